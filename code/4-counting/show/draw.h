// draw.h: figures of a running program.
#ifndef SHOW_DRAW_H
#define SHOW_DRAW_H

#include "names/scope.h"

// Write what `scope` reaches to $FIGURES/FIGURE-N.dot, where N counts
// the calls from 1. Without FIGURES in the environment: do nothing.
void draw(const char *figure, const Scope *scope);

// The same, with `self` and all that it reaches, to which no name need
// lead. The scope must not reach any of it. NULL: with nothing more.
void draw_lost(const char *figure, const Scope *scope, Object *self);

#endif
