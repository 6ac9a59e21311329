// ref.c: how an object ends, and how references move.
#include "object/ref.h"

static bool survives(Object *self)
{
    if (self->type->finalize == NULL)
        return false;
    self->count = 1; // the finalizer's own
    self->type->finalize(self);
    return --self->count > 0;
}

static void end(Object *self)
{
    if (survives(self))
        return;
    weakref_clear_all(self);
    if (self->type->drop != NULL)
        self->type->drop(self);
    object_free(self);
}

enum { DEEPEST = 50 };

static size_t depth;
static Object *parked; // the last one, and through it the others

static void park(Object *self)
{
    self->count = ~(size_t)parked;
    parked = self;
}

static Object *unpark(void)
{
    Object *self = parked;
    parked = (Object *)~self->count;
    self->count = 0;
    return self;
}

static void end_parked(void)
{
    depth++; // so that nobody within begins to unpark as well
    while (parked != NULL)
        ref_drop(unpark());
    depth--;
}

void ref_drop(Object *self)
{
    // End the object
    size_t levels = self->type->visit == NULL ? 0 : 1;
    if (levels > 0 && depth == DEEPEST) {
        park(self);
        return;
    }
    depth += levels;
    end(self);
    depth -= levels;
    if (depth == 0 && parked != NULL)
        end_parked();
}

size_t ref_count(Object *self)
{
    return self->count > SIZE_MAX / 2 ? 0 : self->count;
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
