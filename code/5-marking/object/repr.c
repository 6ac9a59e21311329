// repr.c: a chain of notes through the C stack.
#include "object/repr.h"

static const Repr *innermost;

bool repr_enter(Repr *note, Object *self)
{
    for (const Repr *n = innermost; n != NULL; n = n->outer)
        if (n->self == self)
            return false;
    *note = (Repr){ .self = self, .outer = innermost };
    innermost = note;
    return true;
}

void repr_leave(const Repr *note)
{
    innermost = note->outer;
}
