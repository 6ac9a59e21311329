// type.h: what every type can do.
#ifndef OBJECT_TYPE_H
#define OBJECT_TYPE_H

#include "base/base.h"

#include <stdio.h>

typedef struct Object Object;

// Called for each object held; `context` is the visitor's own.
typedef void (*Visit)(Object *child, void *context);

typedef struct Type {
    const char *name;
    bool (*equal)(const Object *self, const Object *other);
    void (*show)(FILE *out, const Object *self);
    void (*visit)(const Object *self, Visit visit, void *context);
} Type;

#endif
