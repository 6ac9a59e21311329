// generation.h: who is judged together, and where they are afterwards.
//
//     made --> YOUNG --> MIDDLE --> OLD
#ifndef GC_GENERATION_H
#define GC_GENERATION_H

#include "object/object.h"

// Put all that are younger into the ring of `age`, which is to be
// judged, and return it.
Ring *generation_begin(int age);

// Let what was found to be in use grow older, and of what is old
// untrack the dicts that are plain. Returns the ring where it all is.
Ring *generation_end(int age);

// How often the next younger one was collected since this one was; of
// YOUNG, track_count.
size_t generation_count(int age);

// Above which count it is due: at first 700, 10 and 10.
extern int generation_threshold[3];

// The oldest that is due, or -1. Like CPython's gc_collect_generations.
int generation_due(void);

// Move all to FROZEN, where nobody judges them. The counts are 0 then.
void generation_freeze(void);

#endif
