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

// In these, `visit` must neither make a container nor end one.

// Visit all of `generation`, or those of all three if it is -1.
//
// False if there is none such: ValueError. Like gc.get_objects, and
// like PyUnstable_GC_VisitObjects of 3.12.
bool gc_get_objects(int generation, Visit visit, void *context);

// Visit, once each, those of all generations that hold `target`.
//
// O(containers + references). Like Python's gc.get_referrers.
void gc_get_referrers(Object *target, Visit visit, void *context);

// Visit what `self` holds, as often as it does: gc.get_referents.
void gc_get_referents(Object *self, Visit visit, void *context);

// Whether the collector can see `self`: Python's gc.is_tracked.
bool gc_is_tracked(Object *self);

// Let no collection look at what there is now: Python's gc.freeze().
//
// By its count it can still end.
void gc_freeze(void);

// Let all that is frozen be old: Python's gc.unfreeze().
void gc_unfreeze(void);

// How many are frozen: gc.get_freeze_count(). O(frozen).
size_t gc_get_freeze_count(void);

// What has become of a generation: a row of Python's gc.get_stats().
typedef struct Stats {
    size_t collections; // how often it was collected
    size_t collected;   // what these returned, in all
} Stats;

// The row of `generation`, which must be 0, 1 or 2.
Stats gc_get_stats(int generation);

// From now on end no garbage: call `save` for it, which must take a
// reference of its own. NULL: end it again. Like gc.DEBUG_SAVEALL.
void gc_save_all(Visit save, void *context);

// If all is to be saved, save `garbage`, and move it to `alive`.
void inspect_save(Ring *garbage, Ring *alive);

#endif
