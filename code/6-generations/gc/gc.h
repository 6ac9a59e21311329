// gc.h: Python's module gc.
#ifndef GC_GC_H
#define GC_GC_H

#include "base/base.h"

// End all that is held by nothing but itself: Python's gc.collect().
//
// Returns how many tracked objects that were, without those that came
// back. 0, and nothing else, within a collection. May call anything;
// allocates nothing. O(tracked objects + references). PyGC_Collect.
size_t gc_collect(void);

// The same for that generation and all younger: gc.collect(generation).
//
// -1 if it is not 0, 1 or 2: ValueError. Like gc_collect_impl.
ptrdiff_t gc_collect_generation(int generation);

#endif
