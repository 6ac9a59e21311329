#include "object/object.h"
#include "types/int.h"
#include "types/singleton.h"

static bool agree(const Object *self, const Object *other)
{
    (void)self, (void)other;
    return true;
}

static const Type agreeable = { .name = "A", .equal = agree };

int main(void)
{
    Object *a = object_new(&agreeable, sizeof(Object));
    object_print(bool_of(object_equal(a, none())));
    object_print(bool_of(object_is(a, none())));
}
