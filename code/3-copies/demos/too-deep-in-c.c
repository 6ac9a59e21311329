#include "names/scope.h"
#include "types/copy.h"
#include "types/list.h"

static Object *forever(Scope *locals)
{
    Function again = { "forever", { NULL }, forever };
    return scope_call(&again, NULL, locals);
}

int main(void)
{
    Object *l = list_new(), *m = list_new(), *deep = list_new();
    list_append(l, l);
    list_append(m, m);
    for (int i = 0; i < 100000; i++) {
        Object *outer = list_new();
        list_append(outer, deep);
        deep = outer;
    }
    if (!object_equal(l, m))
        error_print();
    if (copy_deep(deep) == NULL)
        error_print();
    if (forever(NULL) == NULL)
        error_print();
}
