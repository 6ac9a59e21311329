// object.h: the header that every object begins with.
#ifndef OBJECT_OBJECT_H
#define OBJECT_OBJECT_H

#include "object/type.h"

struct Object {
    size_t count;     // references to it, wherever they are kept
    const Type *type; // what it is, and so what it can do
};

// Make an object of `type`, `nbytes` long in all, its own part zero.
//
// Returns NULL when memory runs out. As CPython's _PyObject_New.
NEW Object *object_new(const Type *type, size_t nbytes);

// Whether `a` and `b` are one object: Python's `a is b`.
bool object_is(const Object *a, const Object *b);

// Python's `a == b`: whatever the type of `a` makes of it. Where that
// one cannot tell, Python asks `b` as well; we don't.
bool object_equal(const Object *a, const Object *b);

// A number that no other living object has: Python's id(self).
size_t object_id(const Object *self);

// Write `self` as Python's repr would.
void object_show(FILE *out, const Object *self);

// Write `self` and end the line: Python's print(self).
void object_print(const Object *self);

// Whether `a` is `b`, or else equals it: what containers ask.
//
// As CPython's PyObject_RichCompareBool with Py_EQ.
bool object_matches(const Object *a, const Object *b);

// Put into `*hash` a number that all objects equal to `self` share.
//
// Returns false where Python raises TypeError: unhashable type, and for
// what is too deep. As CPython's PyObject_Hash.
bool object_hash(const Object *self, size_t *hash);

// The rest of the folder, to which this header is the door.
#include "object/recursion.h"
#include "object/repr.h"
#include "object/ref.h"
#include "object/weakref.h"

#endif
