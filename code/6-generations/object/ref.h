// ref.h: counting references, and moving them safely.
#ifndef OBJECT_REF_H
#define OBJECT_REF_H

#include "object/object.h"

// Count one more reference to `self`. Like CPython's Py_INCREF.
static inline void incref(Object *self)
{
    self->count++;
}

// End `self`, whose last reference is gone: decref does it.
//
// Like CPython's _Py_Dealloc.
void ref_drop(Object *self);

// Give up one reference to `self`. Like CPython's Py_DECREF.
//
// The last one ends the object at once, and with it every reference
// that it held. Never read `self` after this.
static inline void decref(Object *self)
{
    if (--self->count == 0)
        ref_drop(self);
}

// How many references to `self` there are. Like CPython's Py_REFCNT.
static inline size_t ref_count(Object *self)
{
    return self->count > SIZE_MAX / 2 ? 0 : self->count;
}

// Count one more, and answer `self`. Like CPython's Py_NewRef.
static inline NEW Object *ref_new(Object *self)
{
    incref(self);
    return self;
}

// Let `*slot` hold `value`, then give up what it held before.
//
// Either may be NULL. Like CPython's Py_XSETREF.
void ref_set(Object **slot, STEALS Object *value);

// Let `*slot` hold nothing, then give up what it held. Like Py_CLEAR.
void ref_clear(Object **slot);

// The slot drop of what is there once for all: panics.
NEW Object *ref_refuse(Object *self);

// Call the finalizer of `self`, unless it has been called.
//
// The caller must hold `self`. Like CPython's PyObject_CallFinalizer.
void ref_finalize(Object *self);

// Whether the type of `self`, or a base of it, has a finalizer.
bool ref_has_finalizer(Object *self);

#endif
