// draw.h: figures of a running program.
#ifndef SHOW_DRAW_H
#define SHOW_DRAW_H

#include "names/scope.h"

// Write what `scope` reaches to $FIGURES/FIGURE-N.dot, where N is the
// first number from 1 that is free. Without FIGURES: do nothing.
void draw(const char *figure, const Scope *scope);

#endif
