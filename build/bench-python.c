// bench-python.c: one row of ROWS, a header, by CPython, in which it is
// a module of the name bench_python:
//
//     python3 -c 'import bench_python; bench_python.run(3)'
#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdbool.h>

// ---- The words of the runtime, in CPython's.

typedef PyObject Object, Class;

#define gc_collect() ((size_t)PyGC_Collect())
#define incref Py_INCREF
#define decref Py_DECREF
#define ref_new Py_NewRef
#define none() Py_None
#define int_new PyLong_FromLongLong
#define str_new PyUnicode_FromString
#define str_intern PyUnicode_InternFromString
#define list_new() PyList_New(0)
#define list_get(list, index) PyList_GET_ITEM(list, index)
#define list_append(list, item) (PyList_Append(list, item) == 0)
#define dict_new PyDict_New
#define dict_get PyDict_GetItemWithError
#define dict_set(dict, key, value) \
    (PyDict_SetItem(dict, key, value) == 0)
#define instance_new(class) PyObject_CallNoArgs(class)
#define instance_set(self, name, value) \
    (PyObject_SetAttrString(self, name, value) == 0)

static inline bool object_hash(Object *self, size_t *hash)
{
    *hash = (size_t)PyObject_Hash(self);
    return PyErr_Occurred() == NULL;
}

static inline Object *tuple_new(size_t length, Object *const *items)
{
    Object *tuple = PyTuple_New((Py_ssize_t)length);
    for (Py_ssize_t i = 0; i < (Py_ssize_t)length; i++)
        PyTuple_SET_ITEM(tuple, i, Py_NewRef(items[i]));
    return tuple;
}

// As the expression [item] does it: there is room for one.
static inline Object *list_of_one(Object *item)
{
    Object *list = PyList_New(1);
    if (list != NULL)
        PyList_SET_ITEM(list, 0, Py_NewRef(item));
    return list;
}

static inline Object *node_class(void)
{
    return PyObject_CallFunction((Object *)&PyType_Type, "s(){}",
                                 "Node");
}

static inline Object *copy_deep(Object *self)
{
    static Object *deepcopy;
    if (deepcopy == NULL) {
        Object *module = PyImport_ImportModule("copy");
        deepcopy = PyObject_GetAttrString(module, "deepcopy");
    }
    return PyObject_CallOneArg(deepcopy, self);
}

#include ROWS

// ---- The module.

static PyObject *run(PyObject *module, PyObject *number)
{
    (void)module;
    run_row(rows, NROWS, PyLong_AsSize_t(number));
    fflush(stdout);
    _Exit(0); // what the row has built need not be dropped
}

static PyMethodDef methods[] = {
    { "run", run, METH_O, "Measure one row." },
    { NULL, NULL, 0, NULL },
};

static PyModuleDef module = {
    PyModuleDef_HEAD_INIT,
    .m_name = "bench_python",
    .m_size = -1,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit_bench_python(void);

PyMODINIT_FUNC PyInit_bench_python(void)
{
    return PyModule_Create(&module);
}
