// singleton.h: None, of which there is one.
#ifndef TYPES_SINGLETON_H
#define TYPES_SINGLETON_H

#include "object/object.h"

extern Type none_type; // CPython's _PyNone_Type

// The one None, as CPython's Py_None.
BORROWED Object *none(void);

#endif
