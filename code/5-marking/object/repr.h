// repr.h: which objects are being shown.
#ifndef OBJECT_REPR_H
#define OBJECT_REPR_H

#include "object/type.h"

// A note that `self` is being shown. It lives on the C stack.
typedef struct Repr {
    Object *self;
    const struct Repr *outer; // of whoever shows `self`, or NULL
} Repr;

// Begin to show `self`. Returns false if it is being shown already.
//
// Else `note` must live until repr_leave(note). O(depth). Like
// CPython's Py_ReprEnter.
bool repr_enter(Repr *note, Object *self);

// End what began with `note`. Like CPython's Py_ReprLeave.
void repr_leave(const Repr *note);

#endif
