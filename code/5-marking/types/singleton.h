// singleton.h: None, the only object of its type.
#ifndef TYPES_SINGLETON_H
#define TYPES_SINGLETON_H

#include "object/object.h"

extern Type none_type; // CPython's _PyNone_Type

// The one None, like CPython's Py_None.
BORROWED Object *none(void);

#endif
