// inspect.h: the rest of Python's module gc: what a program can see.
#ifndef GC_INSPECT_H
#define GC_INSPECT_H

#include "gc/gc.h"
#include "object/object.h"

// Called when a collection starts and when it stops; `collected` is
// what it returns, and 0 at the start.
typedef struct Callback {
    void (*call)(const char *phase, int generation, size_t collected);
    struct Callback *next;
} Callback;

extern Callback *gc_callbacks; // the first: Python's gc.callbacks

// A collection starts: tell all callbacks.
void inspect_start(int generation);

// It has stopped, and returns `collected`: tell them that.
void inspect_stop(int generation, size_t collected);

#endif
