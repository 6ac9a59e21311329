// object.c: what can be done to any object, whatever its type.
#include "object/object.h"

#include "memory/mem.h"

Object *object_new(const Type *type, size_t nbytes)
{
    Object *self = mem_alloc(nbytes);
    if (self == NULL)
        return NULL;
    self->type = type;
    return self;
}

bool object_is(const Object *a, const Object *b)
{
    return a == b;
}

bool object_equal(const Object *a, const Object *b)
{
    if (a->type->equal == NULL)
        return a == b;
    return a->type->equal(a, b);
}

size_t object_id(const Object *self)
{
    return (uintptr_t)self;
}

void object_show(FILE *out, const Object *self)
{
    self->type->show(out, self);
}

void object_print(const Object *self)
{
    object_show(stdout, self);
    putchar('\n');
}

bool object_matches(const Object *a, const Object *b)
{
    return a == b || object_equal(a, b);
}
