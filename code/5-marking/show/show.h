// show.h: the heap as bare facts in DOT, without looks or addresses.
#ifndef SHOW_SHOW_H
#define SHOW_SHOW_H

#include "names/scope.h"

// Write `scope` and everything that it reaches, each thing once.
//
// Scopes go by their titles, static objects (ints, bools, None, types:
// it knows no others) by their values; no name may have a quote in it.
// Takes no memory from mem. O(references * objects): for figures.
void show_scope(FILE *out, const Scope *scope);

// Write `self` and everything that it reaches, each object once.
void show_object(FILE *out, Object *self);

// Write `scope` likewise, and then what stands in each of `rings`,
// which a NULL ends.
void show_rings(FILE *out, const Scope *scope, Ring *const *rings);

#endif
