// type.h: what every type can do.
#ifndef OBJECT_TYPE_H
#define OBJECT_TYPE_H

#include "base/base.h"

#include <stdio.h>

typedef struct Object Object;

// Called for each object held; `context` is the visitor's own.
typedef void (*Visit)(Object *child, void *context);

typedef struct Table Table; // a hash table, some sections from here

typedef struct Type {
    const char *name;
    bool (*equal)(const Object *self, const Object *other);
    void (*show)(FILE *out, const Object *self);
    void (*visit)(const Object *self, Visit visit, void *context);
    NEW Object *(*copy)(Object *self);
    void (*print)(FILE *out, const Object *self);
    bool (*hash)(const Object *self, size_t *hash);
    const char *nested; // how it shows inside of itself
    NEW Object *(*deep_copy)(Object *self, Table *memo);
    void (*drop)(Object *self); // gives up all that it holds
    void (*finalize)(Object *self); // called before drop
    size_t weakrefs; // where in the object their list begins, or 0
} Type;

#endif
