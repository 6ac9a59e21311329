#include "show/draw.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

static Object *l;

static void empty_the_list(Object *self)
{
    (void)self;
    list_clear(l);
}

static Type a_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "A",
    .size = sizeof(Object),
    .finalize = empty_the_list,
};

int main(void)
{
    Object *a = object_new(&a_type), *n = int_new(1000);
    l = list_new();
    list_append(l, n);
    list_append(l, a);
    decref(n);
    decref(a);
    Object *item = list_get(l, 0); // borrowed
    list_set(l, 1, none());
    object_print(item);
    decref(l);
}
