// list.h: a row of references that grows.
#ifndef TYPES_LIST_H
#define TYPES_LIST_H

#include "object/object.h"

extern Type list_type; // CPython's PyList_Type

// An empty list, or NULL when memory runs out: PyList_New(0).
NEW Object *list_new(void);

// How many items `self` has.
size_t list_length(Object *self);

// The item at `index`; panics if there is none there. O(1).
BORROWED Object *list_get(Object *self, size_t index);

// Append `item` itself, not a copy, at the end of `self`.
//
// The list keeps it. Returns false, with `self` unchanged, when memory
// runs out, or did before, so that `item` is NULL. Amortized O(1).
// Like CPython's PyList_Append.
bool list_append(Object *self, Object *item);

// Whether some item of `self` matches `wanted`: Python's `in`. O(n).
bool list_contains(Object *self, Object *wanted);

// Put `item` itself into slot `index`; panics if there is none. O(1).
//
// The list keeps it, and no longer holds what was there before. Like
// CPython's PyList_SetItem, but that one takes over the caller's own
// reference.
void list_set(Object *self, size_t index, Object *item);

// A new list of the items from `begin` to before `end`: a slice.
//
// It is empty if `begin` is not less. `end` must be at most the length.
// Returns NULL when memory runs out. Like CPython's PyList_GetSlice.
NEW Object *list_slice(Object *self, size_t begin, size_t end);

// Take all items out of `self`: Python's self.clear().
//
// The list no longer holds them. Like CPython's _list_clear, but the
// room for them stays.
void list_clear(Object *self);

// Take the last item out of `self`: Python's self.pop().
//
// The reference that the list held is the caller's now. Returns NULL if
// the list is empty: IndexError. The room that it had stays, while that
// of CPython's shrinks when less than half of it is in use. O(1).
NEW Object *list_pop(Object *self);

#endif
