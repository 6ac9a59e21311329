// object.c: what can be done to any object, whatever its type.
#include "object/object.h"

#include "memory/mem.h"

Object *object_new(const Type *type, size_t nbytes)
{
    Object *self = mem_alloc(nbytes);
    if (self == NULL)
        return NULL;
    self->type = type;
    self->count = 1; // the caller's
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
    // Let the type of the first compare
    recursion_demand("==");
    bool answer = a->type->equal(a, b);
    recursion_leave();
    return answer;
}

size_t object_id(const Object *self)
{
    return (uintptr_t)self;
}

void object_show(FILE *out, const Object *self)
{
    // Let the type show the object
    Repr note;
    if (!repr_enter(&note, self)) {
        fputs(self->type->nested, out);
        return;
    }
    recursion_demand("repr");
    self->type->show(out, self);
    recursion_leave();
    repr_leave(&note);
}

void object_print(const Object *self)
{
    // Write the object as print does
    if (self->type->print != NULL)
        self->type->print(stdout, self);
    else
        object_show(stdout, self);
    putchar('\n');
}

bool object_matches(const Object *a, const Object *b)
{
    return a == b || object_equal(a, b);
}

bool object_hash(const Object *self, size_t *hash)
{
    if (self->type->hash != NULL)
        return self->type->hash(self, hash);
    *hash = object_id(self) >> 4;
    return self->type->equal == NULL;
}
