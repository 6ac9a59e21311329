// show.h: the heap as bare facts in DOT, without looks or addresses.
#ifndef SHOW_SHOW_H
#define SHOW_SHOW_H

#include "names/scope.h"

// Write `scope` and all that it reaches, once each.
//
// Takes no memory from mem. O(objects squared): it is for figures.
void show_scope(FILE *out, const Scope *scope);

// Write `self` and all that it reaches, each object once.
void show_object(FILE *out, Object *self);

#endif
