// copy.h: Python's module copy.
#ifndef TYPES_COPY_H
#define TYPES_COPY_H

#include "object/object.h"

// A new container with the very objects in it that `self` holds.
//
// What cannot change is its own copy. Returns NULL when memory runs
// out, or as the slot fails. Like Python's copy.copy.
NEW Object *copy_shallow(Object *self);
#include "types/table.h"

// A copy of `self` and of all that it reaches.
//
// What is shared or holds itself does so in the copy. What cannot
// change, nor reach what can, is its own copy. Returns NULL when memory
// runs out, where it is too deep (RecursionError), or as a slot fails.
// O(reached). Like Python's copy.deepcopy.
NEW Object *copy_deep(Object *self);

// The same, with copies that were made before in `memo`.
//
// `memo` is a table by identity, from originals to copies. Unless the
// type is atomic, it keeps `self` and the answer, and likewise for all
// further down, until table_clear. After NULL it may lead to copies
// that lack their items: clear it. Like copy.deepcopy(self, memo).
NEW Object *copy_deep_with(Object *self, Table *memo);

// Set deep copies of all keys and values of `from` in `to`.
//
// Returns false, with `to` half full, where copy_deep returns NULL, or
// if `from` has another number of keys in between, or more keys come by
// than it has: RuntimeError. Like the loop of copy._deepcopy_dict.
bool copy_table(Table *to, const Table *from, Table *memo);

#endif
