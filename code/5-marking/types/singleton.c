// singleton.c: None.
#include "types/singleton.h"

static bool show(FILE *out, Object *self)
{
    (void)self; // there is only one, and it looks like this
    return fputs("None", out) != EOF;
}

Type none_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "NoneType",
    .size = sizeof(Object),
    .show = show,
    .drop = ref_refuse,
};

static Object the_none = OBJECT_HEAD(&none_type);

Object *none(void)
{
    return &the_none;
}
