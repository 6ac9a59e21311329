// generation.c: three rings, and what moves from one to the next.
#include "gc/generation.h"

#include "gc/cycle.h"

Ring *generation_begin(int age)
{
    for (int i = YOUNG; i < age; i++)
        ring_join(track_ring(age), track_ring(i));
    return track_ring(age);
}

Ring *generation_end(int age)
{
    Ring *ring = track_ring(age);
    if (age == OLD) {
        cycle_untrack(ring);
        return ring;
    }
    cycle_untrack_fixed(ring);
    ring_join(track_ring(age + 1), ring);
    return track_ring(age + 1);
}
