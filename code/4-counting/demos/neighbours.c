#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

static Object *l;

static void disturb(Object *self)
{
    printf("del ");
    object_show(stdout, instance_get(self, "n"));
    printf(" list has %zu\n", list_length(l));
    if (list_length(l) > 0)
        decref(list_pop(l));
    else
        list_append(l, none());
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.finalize = disturb;
    l = list_new();
    for (int i = 0; i < 3; i++) {
        Object *a = instance_new(&class), *n = int_new(i);
        instance_set(a, "n", n);
        list_append(l, a);
        decref(n);
        decref(a);
    }
    list_clear(l);
    object_print(l);
    decref(l);
}
