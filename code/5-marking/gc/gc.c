// gc.c: a collection, step by step.
#include "gc/gc.h"

#include "gc/cycle.h"

static size_t collect(Ring *judged)
{
    Ring unreachable, garbage;
    ring_init(&unreachable);
    ring_init(&garbage);
    cycle_judge(judged, &unreachable);
    cycle_untrack(judged);
    size_t n = cycle_clear_weakrefs(&unreachable, judged);
    cycle_finalize(&unreachable);
    cycle_judge(&unreachable, &garbage);
    ring_join(judged, &unreachable); // they have come back
    n += ring_length(&garbage);
    cycle_delete(&garbage, judged);
    return n;
}

size_t gc_collect(void)
{
    static bool is_collecting;
    if (is_collecting)
        return 0;
    is_collecting = true;
    size_t n = collect(&track_all);
    is_collecting = false;
    return n;
}
