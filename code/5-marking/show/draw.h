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

// Likewise, `scope` and what stands in each of `rings`: show_rings.
void draw_rings(const char *figure, const Scope *scope,
                Ring *const *rings);

#endif
