// recursion.h: how deep functions may call themselves.
#ifndef OBJECT_RECURSION_H
#define OBJECT_RECURSION_H

#include "base/base.h"

// Go one level deeper. If it returns true, recursion_leave must follow.
//
// Returns false where Python raises RecursionError. As CPython's
// Py_EnterRecursiveCall.
bool recursion_enter(void);

// The same for those who cannot fail: panics with `what` was too deep.
void recursion_demand(const char *what);

// Come back from the level.
void recursion_leave(void);

#endif
