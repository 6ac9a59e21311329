// instance.h: classes, and objects with attributes.
#ifndef TYPES_INSTANCE_H
#define TYPES_INSTANCE_H

#include "types/dict.h"

// Its first part is the type of its instances.
typedef struct Class {
    Type type;                  // its finalize is Python's __del__
    bool (*init)(Object *self); // Python's __init__, or NULL
} Class;

// A class of that name, without init and finalizer of its own.
//
// `base` is another class's type, &dict_type or NULL; else it panics.
// Name and base must outlive the class, and the class its instances.
Class class_new(const char *name, Type *base);

// An instance of `class`, as init has left it: Python's class().
//
// Returns NULL when memory runs out, or init has answered false.
NEW Object *instance_new(Class *class);

// The attribute of that name, or NULL: Python's AttributeError.
BORROWED Object *instance_get(Object *self, const char *name);

// Let the attribute of that name be `value`: self.name = value.
//
// The instance keeps `value`. Returns false, with nothing changed, when
// memory runs out.
bool instance_set(Object *self, const char *name, Object *value);

// Take the attribute away: del self.name. Returns false, Python's
// AttributeError, if there is none.
bool instance_delete(Object *self, const char *name);

// The attributes of `self`, or NULL if it is no instance: for drawings.
const Table *instance_attributes(Object *self);

#endif
