// generation.c: three rings, and what moves from one to the next.
#include "gc/generation.h"

#include "gc/cycle.h"


static size_t ncollected[OLD + 1]; // by age; of YOUNG it is not used

Ring *generation_begin(int age)
{
    // Join the younger ones to it
    if (age < OLD)
        ncollected[age + 1]++;
    track_count = 0;
    for (int i = YOUNG; i < age; i++) {
        ncollected[i + 1] = 0;
        ring_join(track_ring(age), track_ring(i));
    }
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

size_t generation_count(int age)
{
    return age == YOUNG ? track_count : ncollected[age];
}

int generation_threshold[] = { 700, 10, 10 };

static bool is_due(int age)
{
    int threshold = generation_threshold[age];
    return threshold < 0
           || generation_count(age) > (size_t)threshold;
}

int generation_due(void)
{
    int age = OLD;
    while (age >= YOUNG && !is_due(age))
        age--;
    return age;
}
