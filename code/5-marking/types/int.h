// int.h: whole numbers, and the two called True and False.
#ifndef TYPES_INT_H
#define TYPES_INT_H

#include "object/object.h"

extern Type int_type; // CPython's PyLong_Type

// An int of that value, or NULL when memory runs out.
//
// Like CPython's PyLong_FromLongLong.
NEW Object *int_new(int64_t value);

// The value of `self`, which must be an int.
int64_t int_value(Object *self);

// Whether all ints of that value are one object: −5 ... 256 are.
bool int_is_cached(int64_t value);

extern Type bool_type; // CPython's PyBool_Type

// The one True or the one False.
BORROWED Object *bool_of(bool value);

#endif
