// singleton.c: None.
#include "types/singleton.h"

static void show(FILE *out, const Object *self)
{
    (void)self; // there is only one, and it looks like this
    fputs("None", out);
}

const Type none_type = {
    .name = "NoneType",
    .show = show,
};

static Object the_none = { .count = 1, .type = &none_type };

Object *none(void)
{
    return &the_none;
}
