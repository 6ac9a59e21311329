#include "object/object.h"
#include "types/int.h"
#include "types/singleton.h"

static Answer agree(Object *self, Object *other)
{
    (void)self, (void)other;
    return YES;
}

static Type agreeable = {
    .object = OBJECT_HEAD(&type_type),
    .name = "Agreeable",
    .size = sizeof(Object),
    .equal = agree,
};

int main(void)
{
    Object *a = object_new(&agreeable);
    object_print(bool_of(object_equal(a, none())));
    object_print(bool_of(object_equal(none(), a)));
    object_print(bool_of(object_equal(int_new(1), a)));
    object_print(bool_of(object_is(a, none())));
}
