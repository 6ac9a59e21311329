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

#endif
