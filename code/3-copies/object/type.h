// type.h: what every object begins with, and what its type can do.
#ifndef OBJECT_TYPE_H
#define OBJECT_TYPE_H

#include "base/base.h"

#include <stdio.h>

typedef struct Object Object;
typedef struct Type Type;

// Called for each object held; `context` is the visitor's own.
typedef void (*Visit)(Object *child, void *context);

// What an object answers: CANNOT_TELL is Python's NotImplemented.
typedef enum Answer { NO, YES, CANNOT_TELL } Answer;

typedef struct Table Table; // see types/table.h

struct Object {
    Type *type; // what it is, and so what it can do
};

// The header of an object built in place: PyObject_HEAD_INIT.
#define OBJECT_HEAD(type) { (type) }

struct Type {
    Object object;    // a type is an object, too
    const char *name;
    size_t size;      // of one object in bytes, header included
    bool (*show)(FILE *out, Object *self); // false: it failed
    void (*visit)(Object *self, Visit visit, void *context);
    Answer (*equal)(Object *self, Object *other);
    Type *base; // its base type, or NULL; slots are not inherited
    size_t item_size; // of each item behind those bytes, or 0
    bool (*print)(FILE *out, Object *self); // NULL: as show
    bool (*hash)(Object *self, size_t *hash);
    size_t hashed; // where in the object its hash is kept, or 0
    NEW Object *(*copy)(Object *self);
    NEW Object *(*deep_copy)(Object *self, Table *memo);
    const char *nested; // how it shows inside of itself
};

extern Type type_type; // CPython's PyType_Type

// Whether `type` is `base`, or is derived from it, however far.
//
// NULL is derived from nothing. Like CPython's PyType_IsSubtype.
bool type_is_subtype(const Type *type, const Type *base);

#endif
