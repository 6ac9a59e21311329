// mark.h: the textbook's collector: roots, mark and sweep.
#ifndef GC_MARK_H
#define GC_MARK_H

#include "object/object.h"

// Calls `visit` for each root: what the program itself can reach.
typedef void Roots(Visit visit, void *context);

// Move what cannot be reached from `roots` to `unreachable`.
//
// O(objects + references), allocates nothing, and does not recurse.
void mark_find(Roots *roots, Ring *unreachable);

// Free all that are in `unreachable`, whoever may count on them.
//
// No finalizer of theirs is called. Returns how many there were.
size_t mark_sweep(Ring *unreachable);

#endif
