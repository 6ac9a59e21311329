// draw.h: figures of a running program.
#ifndef SHOW_DRAW_H
#define SHOW_DRAW_H

#include "names/scope.h"

// Write what `scope` reaches to $FIGURES/FIGURE-N.dot, where N counts
// the calls from 1. Without FIGURES in the environment: do nothing.
void draw(const char *figure, const Scope *scope);

// Likewise, what `write` writes of `what`, for the same numbers.
void draw_with(const char *figure,
               void (*write)(FILE *out, const void *what),
               const void *what);

// The same, with `self` and all that it reaches, to which no name need
// lead. The scope must not reach any of it.
void draw_lost(const char *figure, const Scope *scope, Object *self);

#endif
