// int.c: ints; and bools, which are ints in disguise.
#include "types/int.h"

#include <inttypes.h>

typedef struct Int {
    Object object;
    int64_t value;
} Int;

int64_t int_value(Object *self)
{
    return ((Int *)self)->value;
}

static bool show(FILE *out, Object *self)
{
    return fprintf(out, "%" PRId64, int_value(self)) > 0;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &int_type))
        return CANNOT_TELL;
    return int_value(self) == int_value(other) ? YES : NO;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = (size_t)int_value(self);
    return true;
}

Type int_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "int",
    .size = sizeof(Int),
    .show = show,
    .equal = equal,
    .hash = hash,
    .hashed = offsetof(Int, value),
};

enum { CACHED_MIN = -5, CACHED_MAX = 256 };

static Int cached[CACHED_MAX - CACHED_MIN + 1];

bool int_is_cached(int64_t value)
{
    return CACHED_MIN <= value && value <= CACHED_MAX;
}

static Object *shared(int64_t value)
{
    Int *self = &cached[value - CACHED_MIN];
    if (self->object.type == NULL)
        *self = (Int){ OBJECT_HEAD(&int_type), value };
    return &self->object;
}

Object *int_new(int64_t value)
{
    if (int_is_cached(value))
        return shared(value);
    Object *self = object_new(&int_type);
    if (self != NULL)
        ((Int *)self)->value = value;
    return self;
}

static bool show_bool(FILE *out, Object *self)
{
    return fputs(int_value(self) == 0 ? "False" : "True", out) != EOF;
}

Type bool_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "bool",
    .size = sizeof(Int),
    .base = &int_type,
    .show = show_bool,
    .equal = equal,
    .hash = hash,
    .hashed = offsetof(Int, value),
};

static Int truths[] = {
    { OBJECT_HEAD(&bool_type), .value = 0 },
    { OBJECT_HEAD(&bool_type), .value = 1 },
};

Object *bool_of(bool value)
{
    return &truths[value].object;
}
