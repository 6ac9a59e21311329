#include "types/dict.h"
#include "types/list.h"
#include "types/tuple.h"

typedef struct A {
    Object object;
    int n;
} A;

static void say(Object *self)
{
    printf("del %d\n", ((A *)self)->n);
}

static Type a_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "A",
    .size = sizeof(A),
    .finalize = say,
};

int main(void)
{
    Object *a[9], *l = list_new(), *d = dict_new();
    for (int i = 0; i < 9; i++) {
        a[i] = object_new(&a_type);
        ((A *)a[i])->n = i;
    }
    for (int i = 0; i < 3; i++)
        list_append(l, a[i]);
    Object *t = tuple_new(2, a + 3);
    dict_set(d, a[5], a[6]);
    dict_set(d, a[7], a[8]);
    for (int i = 0; i < 9; i++)
        decref(a[i]);
    decref(l);
    decref(t);
    decref(d);
}
