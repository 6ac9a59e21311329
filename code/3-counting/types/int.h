// int.h: whole numbers.
#ifndef TYPES_INT_H
#define TYPES_INT_H

#include "object/object.h"

extern const Type int_type; // CPython's PyLong_Type

// An int of that value, made now unless it is shared: see
// int_is_cached.
//
// Returns NULL when memory runs out. As CPython's PyLong_FromLongLong.
NEW Object *int_new(int64_t value);

// The value of `self`, which must be an int.
int64_t int_value(const Object *self);

// Whether all ints of that value are one object: −5 ... 256 are.
bool int_is_cached(int64_t value);

extern const Type bool_type; // CPython's PyBool_Type

// True or False, of which there is one each. As PyBool_FromLong.
BORROWED Object *bool_of(bool value);

// The hash of an int or a bool: the slot of both.
bool int_hash(const Object *self, size_t *hash);

#endif
