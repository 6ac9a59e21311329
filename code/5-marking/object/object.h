// object.h: what can be done to any object, whatever its type.
#ifndef OBJECT_OBJECT_H
#define OBJECT_OBJECT_H

#include "object/type.h"

// Make an object of `type`, zeroed after its header.
//
// Returns NULL when memory runs out. Not for types that have a maker of
// their own, such as int. Like CPython's _PyObject_New, but that one
// zeroes nothing.
NEW Object *object_new(Type *type);

// Give back the memory of `self`, but of nothing that it holds.
//
// `self` must come from object_new. Like CPython's PyObject_Free.
void object_free(Object *self);

// When `self`, which must come from object_new, was made: mem_birth.
size_t object_birth(Object *self);

// A number that no other living object has: Python's id(self).
size_t object_id(Object *self);

// Write `self` as Python's repr would; false if the stream refuses.
bool object_show(FILE *out, Object *self);

// Write `self` and end the line: Python's print(self).
bool object_print(Object *self);

// Whether `a` and `b` are one object: Python's `a is b`.
bool object_is(Object *a, Object *b);

// Python's `a == b`: asks `a`, or first `b` if its type is derived from
// that of `a`; then the other, if the first cannot tell. If neither
// can, an object equals only itself. Like CPython's do_richcompare.
bool object_equal(Object *a, Object *b);

// Whether `a` is `b`, or else equals it: what containers ask.
//
// Like CPython's PyObject_RichCompareBool with Py_EQ.
bool object_matches(Object *a, Object *b);

// Make an object of `type` and room for `n` items, zeroed likewise.
//
// Each takes type->item_size bytes, after all the others. Returns NULL
// when memory runs out. Like CPython's _PyObject_NewVar.
NEW Object *object_new_var(Type *type, size_t n);
#include "base/error.h"

// Put into `*hash` a number that all objects equal to `self` share.
//
// Returns false if there is none: TypeError, if the type has an `equal`
// and no `hash`; or as its slot fails. Like CPython's PyObject_Hash.
bool object_hash(Object *self, size_t *hash);

// The rest of the folder, to which this header is the door.
#include "object/recursion.h"
#include "object/repr.h"
#include "object/ref.h"
#include "object/weakref.h"
#include "object/track.h"

#endif
