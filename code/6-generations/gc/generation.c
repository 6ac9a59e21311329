// generation.c: three rings, and what moves from one to the next.
#include "gc/generation.h"

#include "gc/cycle.h"


static size_t ncollected[OLD + 1]; // by age; of YOUNG it is not used

static size_t nold;     // those that the last full collection left
static size_t nwaiting; // those that came to them since

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
        nwaiting = 0;
        nold = cycle_untrack(ring);
        return ring;
    }
    if (age == MIDDLE)
        nwaiting += ring_length(ring);
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
    bool is_over = threshold < 0
                   || generation_count(age) > (size_t)threshold;
    return is_over && (age != OLD || nwaiting >= nold / 4);
}

int generation_due(void)
{
    int age = OLD;
    while (age >= YOUNG && !is_due(age))
        age--;
    return age;
}

void generation_freeze(void)
{
    for (int age = YOUNG; age <= OLD; age++) {
        ring_join(track_ring(FROZEN), track_ring(age));
        ncollected[age] = 0;
    }
    track_count = 0;
}
