// set.h: objects that are in, or not.
#ifndef TYPES_SET_H
#define TYPES_SET_H

#include "object/object.h"

extern Type set_type; // CPython's PySet_Type

// An empty set, or NULL when memory runs out: PySet_New(NULL).
NEW Object *set_new(void);

// How many members `self` has.
size_t set_length(Object *self);

// Whether `key`, or an equal of it, is a member: Python's `in`.
//
// False, with the error set, if `key` has no hash or somebody who is
// asked fails. Like CPython's PySet_Contains.
bool set_contains(Object *self, Object *key);

// Make `key` a member, unless it or an equal is one: self.add(key).
//
// The set keeps it. Returns false, with nothing changed, when memory
// runs out, or did before, so that `key` is NULL; or where set_contains
// fails. Like CPython's PySet_Add.
bool set_add(Object *self, Object *key);

#endif
