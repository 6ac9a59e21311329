// int.c: ints, of which the small ones are there once; and bools.
#include "types/int.h"

#include <inttypes.h>

typedef struct Int {
    Object object;
    int64_t value;
} Int;

int64_t int_value(const Object *self)
{
    return ((const Int *)self)->value;
}

static bool is_int(const Object *self)
{
    return self->type == &int_type || self->type == &bool_type;
}

static bool equal(const Object *self, const Object *other)
{
    return is_int(other) && int_value(self) == int_value(other);
}

static void show(FILE *out, const Object *self)
{
    fprintf(out, "%" PRId64, int_value(self));
}

const Type int_type = {
    .name = "int",
    .show = show,
    .equal = equal,
    .hash = int_hash,
};

enum { CACHED_MIN = -5, CACHED_MAX = 256 };

static Int cached[CACHED_MAX - CACHED_MIN + 1];

bool int_is_cached(int64_t value)
{
    return CACHED_MIN <= value && value <= CACHED_MAX;
}

Object *int_new(int64_t value)
{
    if (int_is_cached(value)) {
        // Share the int that is there already
        Int *shared = &cached[value - CACHED_MIN];
        if (shared->object.count == 0)
            *shared = (Int){ { 1, &int_type }, value };
        return ref_new(&shared->object);
    }
    // Make an int of its own
    Object *self = object_new(&int_type, sizeof(Int));
    if (self != NULL)
        ((Int *)self)->value = value;
    return self;
}

static void show_bool(FILE *out, const Object *self)
{
    fputs(int_value(self) == 0 ? "False" : "True", out);
}

const Type bool_type = {
    .name = "bool",
    .show = show_bool,
    .equal = equal,
    .hash = int_hash,
};

static Int truths[] = {
    { .object = { 1, &bool_type }, .value = 0 },
    { .object = { 1, &bool_type }, .value = 1 },
};

Object *bool_of(bool value)
{
    return &truths[value].object;
}

bool int_hash(const Object *self, size_t *hash)
{
    *hash = (size_t)int_value(self);
    return true;
}
