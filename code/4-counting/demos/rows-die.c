#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

static void say(Object *self)
{
    printf("del ");
    object_print(instance_get(self, "n"));
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.finalize = say;
    Object *a[9], *l = list_new(), *d = dict_new();
    for (int i = 0; i < 9; i++) {
        Object *n = int_new(i);
        a[i] = instance_new(&class);
        instance_set(a[i], "n", n);
        decref(n);
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
