// object.c: what can be done to any object, whatever its type.
#include "object/object.h"

#include "memory/mem.h"

Object *object_new_var(Type *type, size_t n)
{
    size_t tail = mem_array(n, type->item_size);
    Object *self = mem_alloc(type->size + tail);
    if (self == NULL)
        return NULL;
    self->type = type;
    return self;
}

Object *object_new(Type *type)
{
    return object_new_var(type, 0);
}

void object_free(Object *self)
{
    mem_free(self);
}

size_t object_birth(Object *self)
{
    return mem_birth(self);
}

size_t object_id(Object *self)
{
    return (uintptr_t)self;
}

bool object_show(FILE *out, Object *self)
{
    if (self->type->show == NULL)
        return fprintf(out, "<%s object>", self->type->name) > 0;
    // Let the type show the object
    Repr note;
    const char *nested = self->type->nested;
    if (nested != NULL && !repr_enter(&note, self))
        return fputs(nested, out) != EOF;
    // Show the object, but not too deep
    bool done = recursion_enter(" while getting the repr of an object");
    if (done) {
        done = self->type->show(out, self);
        recursion_leave();
    }
    if (nested != NULL)
        repr_leave(&note);
    return done;
}

bool object_print(Object *self)
{
    // Write the object as print does
    bool done = recursion_enter(" while getting the str of an object");
    if (done) {
        done = self->type->print == NULL
                   ? object_show(stdout, self)
                   : self->type->print(stdout, self);
        recursion_leave();
    }
    return done && putchar('\n') != EOF;
}

bool object_is(Object *a, Object *b)
{
    return a == b;
}

static Answer ask(Object *self, Object *other)
{
    if (self->type->equal == NULL)
        return CANNOT_TELL;
    // Let the type compare
    if (!recursion_enter(" in comparison"))
        return NO;
    const Exception *before = error_occurred();
    Answer answer = self->type->equal(self, other);
    recursion_leave();
    return error_occurred() == before ? answer : NO;
}

bool object_equal(Object *a, Object *b)
{
    // Ask one, then the other
    bool b_first = type_is_subtype(b->type->base, a->type);
    Answer answer = b_first ? ask(b, a) : ask(a, b);
    if (answer == CANNOT_TELL)
        answer = b_first ? ask(a, b) : ask(b, a);
    return answer == CANNOT_TELL ? a == b : answer == YES;
}

bool object_matches(Object *a, Object *b)
{
    return a == b || object_equal(a, b);
}

bool object_hash(Object *self, size_t *hash)
{
    const Type *type = self->type;
    size_t kept = (uintptr_t)self + type->hashed;
    *hash = type->hashed == 0 ? 0 : *(size_t *)kept;
    if (*hash != 0)
        return true;
    // Let the type hash
    if (type->hash != NULL) {
        if (!recursion_enter(""))
            return false;
        bool has_hash = type->hash(self, hash);
        recursion_leave();
        return has_hash;
    }
    size_t id = object_id(self);
    *hash = id >> 4 | id << 60;
    if (type->equal != NULL)
        error_set(&type_error, "unhashable type: '%s'", type->name);
    return type->equal == NULL;
}
