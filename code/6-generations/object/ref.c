// ref.c: how an object ends, and how references move.
#include "object/ref.h"

#include "base/panic.h"

typedef void Finalize(Object *self);

static Finalize *finalizer_of(const Type *type)
{
    while (type != NULL && type->finalize == NULL)
        type = type->base;
    return type == NULL ? NULL : type->finalize;
}

static void call_finalizer(Object *self)
{
    Finalize *finalize = finalizer_of(self->type);
    // Leave out those that have no word to come
    if (finalize == NULL)
        return;
    if (self->type->finalized != 0) {
        size_t address = (uintptr_t)self + self->type->finalized;
        if (*(bool *)address)
            return;
        *(bool *)address = true;
    }
    Error error = error_swap((Error){ .kind = NULL });
    finalize(self);
    error_swap(error);
}

static bool survives(Object *self)
{
    self->count = 1; // the finalizer's own
    call_finalizer(self);
    return --self->count > 0;
}

static Object *end(Object *self)
{
    // Before the object is dropped
    if (finalizer_of(self->type) != NULL) {
        track_renew(self);
        if (survives(self))
            return NULL;
    }
    track_remove(self);
    weakref_clear_all(self);
    Object *last = NULL;
    if (self->type->drop != NULL)
        last = self->type->drop(self);
    object_free(self);
    return last;
}

void ref_set(Object **slot, Object *value)
{
    // Store the new reference, then give up the old
    Object *old = *slot;
    *slot = value;
    if (old != NULL)
        decref(old);
}

void ref_clear(Object **slot)
{
    ref_set(slot, NULL);
}

enum { DEEPEST = 50 };

static size_t depth;
static Object *parked; // the last one, and through it the others

static void park(Object *self)
{
    self->count = ~(size_t)parked;
    parked = self;
    track_remove(self);
}

static void end_parked(void)
{
    depth++; // so that nobody within begins to do so as well
    while (parked != NULL) {
        Object *self = parked;
        parked = (Object *)~self->count;
        self->count = 0;
        track_add(self);
        ref_drop(self);
    }
    depth--;
}

static bool go_down(Object *self)
{
    if (self->type->visit == NULL || self->type == &weakref_type)
        return true;
    if (depth == DEEPEST) {
        park(self);
        return false;
    }
    depth++;
    return true;
}

void ref_drop(Object *self)
{
    const size_t above = depth;
    while (self != NULL && go_down(self)) {
        Object *last = end(self);
        self = last != NULL && --last->count == 0 ? last : NULL;
    }
    depth = above;
    if (depth == 0 && parked != NULL)
        end_parked();
}

Object *ref_refuse(Object *self)
{
    panic("a reference to the one %s was given up once too often",
          self->type->name);
}

void ref_finalize(Object *self)
{
    call_finalizer(self);
}

bool ref_has_finalizer(Object *self)
{
    return finalizer_of(self->type) != NULL;
}
