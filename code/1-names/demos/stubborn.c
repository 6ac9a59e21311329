#include "types/int.h"
#include "types/list.h"

static Answer refuse(Object *self, Object *other)
{
    (void)self, (void)other;
    return NO;
}

static Type stubborn = {
    .object = OBJECT_HEAD(&type_type),
    .name = "Stubborn",
    .size = sizeof(Object),
    .equal = refuse,
};

int main(void)
{
    Object *a = object_new(&stubborn);
    Object *l = list_new(), *m = list_new();
    list_append(l, a);
    list_append(m, a);
    object_print(bool_of(object_equal(a, a)));
    object_print(bool_of(object_equal(l, m)));
    object_print(bool_of(list_contains(l, a)));
}
