// gc.c: a collection, step by step.
#include "gc/gc.h"

#include "gc/cycle.h"

static size_t collect(Ring *judged)
{
    Ring unreachable, garbage;
    ring_init(&unreachable);
    ring_init(&garbage);
    cycle_judge(judged, &unreachable);
    // Before the finalizers
    cycle_untrack(judged);
    Ring farewells;
    ring_init(&farewells);
    cycle_clear_weakrefs(&unreachable, &farewells);
    bool is_quiet = ring_is_empty(&farewells)
                    && !cycle_has_finalizer(&unreachable);
    size_t n = cycle_say_farewells(&farewells, judged);
    // Let them speak, and judge again
    if (!is_quiet) {
        cycle_finalize(&unreachable);
        cycle_judge(&unreachable, &garbage);
        ring_join(judged, &unreachable);
    }
    ring_join(&garbage, &unreachable);
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
