// gc.c: a collection, step by step.
#include "gc/gc.h"

#include "gc/cycle.h"

#include "gc/generation.h"

static size_t collect(int age)
{
    Ring unreachable, garbage;
    ring_init(&unreachable);
    ring_init(&garbage);
    cycle_judge(generation_begin(age), &unreachable);
    Ring *alive = generation_end(age);
    size_t n = cycle_clear_weakrefs(&unreachable, alive);
    cycle_finalize(&unreachable);
    cycle_judge(&unreachable, &garbage);
    ring_join(alive, &unreachable); // they have come back
    n += ring_length(&garbage);
    cycle_delete(&garbage, alive);
    return n;
}

static bool is_collecting;

static size_t run(int age)
{
    if (is_collecting)
        return 0;
    is_collecting = true;
    size_t n = collect(age);
    is_collecting = false;
    return n;
}

size_t gc_collect(void)
{
    return run(OLD);
}

ptrdiff_t gc_collect_generation(int generation)
{
    if (generation >= YOUNG && generation <= OLD)
        return (ptrdiff_t)run(generation);
    error_set(&value_error, "invalid generation");
    return -1;
}
