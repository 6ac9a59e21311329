// gc.h: Python's module gc.
#ifndef GC_GC_H
#define GC_GC_H

#include "base/base.h"

// End all that is held by nothing but itself: Python's gc.collect().
//
// Returns how many tracked objects that were, without those that came
// back. 0, and nothing else, within a collection. May call anything;
// allocates nothing. O(tracked objects + references). gc_collect_main.
size_t gc_collect(void);

// The same for that generation and all younger: gc.collect(generation).
//
// -1 if it is not 0, 1 or 2: ValueError. Like gc_collect_impl.
ptrdiff_t gc_collect_generation(int generation);

// From now on collect what is due: Python's gc.enable().
//
// That happens within the call that makes one container too many, and
// may call anything there; not within a collection, nor while an error
// is set. Python is enabled when it begins. This is not.
void gc_enable(void);

// Collect no more, unless asked to: Python's gc.disable().
void gc_disable(void);

// Whether it is enabled: Python's gc.isenabled().
bool gc_is_enabled(void);

// Set the first `n` of the three thresholds: gc.set_threshold(...).
//
// False if `n` is not 1, 2 or 3: TypeError. If the first one is 0,
// nothing will be due.
bool gc_set_threshold(size_t n, const int thresholds[]);

// Tell the three thresholds: Python's gc.get_threshold().
void gc_get_threshold(int thresholds[3]);

// Tell the three counts: Python's gc.get_count().
void gc_get_count(size_t counts[3]);

#endif
