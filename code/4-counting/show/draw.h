// draw.h: figures of a running program.
#ifndef SHOW_DRAW_H
#define SHOW_DRAW_H

#include "names/scope.h"

// Write what `scope` reaches to $FIGURES/FIGURE-N.dot, where N counts
// the calls from 1. Without FIGURES in the environment: do nothing.
void draw(const char *figure, const Scope *scope);
#include "types/table.h"

// Likewise, what show_table writes of `table`, for the same numbers.
void draw_table(const char *figure, const Table *table, Object *key);

// The same, with `self` and all that it reaches, to which no name need
// lead. The scope must not reach any of it.
void draw_lost(const char *figure, const Scope *scope, Object *self);

#endif
