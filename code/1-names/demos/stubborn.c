#include "types/int.h"
#include "types/list.h"

static bool refuse(const Object *self, const Object *other)
{
    (void)self, (void)other;
    return false;
}

static const Type stubborn = { .name = "S", .equal = refuse };

int main(void)
{
    Object *a = object_new(&stubborn, sizeof(Object));
    Object *l = list_new(), *m = list_new();
    list_append(l, a);
    list_append(m, a);
    object_print(bool_of(object_equal(a, a)));
    object_print(bool_of(object_equal(l, m)));
    object_print(bool_of(list_contains(l, a)));
}
