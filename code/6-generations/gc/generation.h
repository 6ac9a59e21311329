// generation.h: who is judged together, and where they are afterwards.
//
//     made --> YOUNG --> MIDDLE --> OLD
#ifndef GC_GENERATION_H
#define GC_GENERATION_H

#include "object/object.h"

// Put all that are younger into the ring of `age`, which is to be
// judged, and return it.
Ring *generation_begin(int age);

// Let what was found to be in use grow older, and untrack those that no
// cycle needs. Returns the ring in which they are then.
Ring *generation_end(int age);

#endif
