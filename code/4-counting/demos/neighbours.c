#include "types/list.h"
#include "types/singleton.h"

static Object *l;

typedef struct A {
    Object object;
    int n;
} A;

static void disturb(Object *self)
{
    printf("del %d list has %zu\n", ((A *)self)->n, list_length(l));
    if (list_length(l) > 0)
        decref(list_pop(l));
    else
        list_append(l, none());
}

static Type a_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "A",
    .size = sizeof(A),
    .finalize = disturb,
};

int main(void)
{
    l = list_new();
    for (int i = 0; i < 3; i++) {
        Object *a = object_new(&a_type);
        ((A *)a)->n = i;
        list_append(l, a);
        decref(a);
    }
    list_clear(l);
    object_print(l);
    decref(l);
}
