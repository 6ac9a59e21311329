// tuple.h: a row of references that never changes.
#ifndef TYPES_TUPLE_H
#define TYPES_TUPLE_H

#include "object/object.h"

extern Type tuple_type; // CPython's PyTuple_Type

// A tuple of the `length` objects at `items`: themselves, not copies.
//
// The tuple keeps them. Of length 0 there is only one. Returns NULL
// when memory runs out. Like CPython's _PyTuple_FromArray.
NEW Object *tuple_new(size_t length, Object *const *items);

// How many items `self` has.
size_t tuple_length(Object *self);

// The item at `index`, which must be less than the length. O(1).
BORROWED Object *tuple_get(Object *self, size_t index);

// The items from `begin` to before `end`; all of them are `self`.
//
// None, if `begin` is not less. `end` must be at most the length.
// Returns NULL when memory runs out. Like CPython's PyTuple_GetSlice.
NEW Object *tuple_slice(Object *self, size_t begin, size_t end);

// A tuple of the items of `a` and then of `b`: Python's a + b.
//
// If one is empty, that is the other itself. Returns NULL when memory
// runs out. Like CPython's tupleconcat.
NEW Object *tuple_concat(Object *a, Object *b);

#endif
