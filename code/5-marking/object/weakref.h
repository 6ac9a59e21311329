// weakref.h: references that do not hold.
#ifndef OBJECT_WEAKREF_H
#define OBJECT_WEAKREF_H

#include "object/type.h"

extern Type weakref_type; // CPython's _PyWeakref_RefType

// Called with the weak reference when its object has died, and with
// what weakref_new was given for it.
typedef void (*Farewell)(Object *weakref, Object *with);

// A weak reference to `target`, with a farewell or NULL.
//
// It keeps `with`, which may be NULL, until the farewell is said.
// Without a farewell all who ask share one. Returns NULL when memory
// runs out, or if there are none to objects of that type: TypeError.
// O(1). Like CPython's PyWeakref_NewRef.
NEW Object *weakref_new(Object *target, Farewell farewell,
                        Object *with);

// What `self` leads to, or NULL when that is dead: self().
NEW Object *weakref_get(Object *self);

// Let all weak references to `target` be dead, then call the farewells,
// the newest first. Like CPython's PyObject_ClearWeakRefs.
void weakref_clear_all(Object *target);

// Let `self`, a weak reference, be dead, and tell nobody.
//
// Returns whether it has a farewell. Like _PyWeakref_ClearRef.
bool weakref_cut(Object *self);

// The first weak reference to `target`, or NULL if there is none.
BORROWED Object *weakref_first(Object *target);

// Say the farewell of `self`, a weak reference, if it has one.
void weakref_tell(Object *self);

#endif
