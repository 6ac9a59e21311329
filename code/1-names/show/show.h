// show.h: the heap as bare facts in DOT, without looks or addresses.
#ifndef SHOW_SHOW_H
#define SHOW_SHOW_H

#include "names/scope.h"

// Write `scope` and everything that it reaches, each thing once.
//
// Takes no memory from mem. O(objects squared): meant for figures.
void show_scope(FILE *out, const Scope *scope);

// Write `self` and everything that it reaches, each object once.
void show_object(FILE *out, Object *self);

#endif
