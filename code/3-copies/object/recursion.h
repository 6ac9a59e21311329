// recursion.h: how deep functions may call themselves.
//
// One level too many sets RecursionError: object_equal answers false
// then, as does list_contains, which asks it; scope_call answers NULL.
#ifndef OBJECT_RECURSION_H
#define OBJECT_RECURSION_H

#include "base/base.h"

// Go one level deeper. If it returns true, recursion_leave must follow.
//
// False: RecursionError is set; `where` ends its message, and may be
// "". Like CPython's Py_EnterRecursiveCall.
bool recursion_enter(const char *where);

// Come back from the level. Like CPython's Py_LeaveRecursiveCall.
void recursion_leave(void);

#endif
