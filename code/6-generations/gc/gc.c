// gc.c: a collection, step by step.
#include "gc/gc.h"

#include "gc/cycle.h"

#include "gc/generation.h"
#include "gc/inspect.h"

static size_t collect(int age)
{
    Ring unreachable, garbage, farewells;
    ring_init(&unreachable);
    ring_init(&garbage);
    ring_init(&farewells);
    cycle_judge(generation_begin(age), &unreachable);
    Ring *alive = generation_end(age);
    cycle_clear_weakrefs(&unreachable, &farewells);
    bool is_quiet = ring_is_empty(&farewells)
                    && !cycle_has_finalizer(&unreachable);
    size_t n = cycle_say_farewells(&farewells, alive);
    if (!is_quiet) {
        cycle_finalize(&unreachable);
        cycle_judge(&unreachable, &garbage);
        ring_join(alive, &unreachable); // they have come back
    }
    ring_join(&garbage, &unreachable);
    n += ring_length(&garbage);
    inspect_save(&garbage, alive);
    cycle_delete(&garbage, alive);
    return n;
}

static bool is_collecting;

static size_t run(int age)
{
    if (is_collecting)
        return 0;
    is_collecting = true;
    // Collect those of that age
    Error error = error_swap((Error){ .kind = NULL });
    inspect_start(age);
    size_t n = collect(age);
    inspect_stop(age, n);
    error_swap(error);
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

static bool is_enabled;

static void collect_due(void)
{
    int age = generation_due();
    if (age >= YOUNG && error_occurred() == NULL)
        run(age);
}

static void set_limit(void)
{
    int threshold = generation_threshold[YOUNG];
    size_t limit = threshold < 0 ? 0 : (size_t)threshold;
    bool is_on = is_enabled && threshold != 0;
    track_when_due(is_on ? limit : SIZE_MAX, collect_due);
}

void gc_enable(void)
{
    is_enabled = true;
    set_limit();
}

void gc_disable(void)
{
    is_enabled = false;
    set_limit();
}

bool gc_is_enabled(void)
{
    return is_enabled;
}

bool gc_set_threshold(size_t n, const int thresholds[])
{
    if (n < 1 || n > 3) {
        error_set(&type_error,
                  "set_threshold() takes at %s (%zu given)",
                  n < 1 ? "least 1 argument" : "most 3 arguments", n);
        return false;
    }
    for (size_t i = 0; i < n; i++)
        generation_threshold[i] = thresholds[i];
    set_limit();
    return true;
}

void gc_get_threshold(int thresholds[3])
{
    for (int age = YOUNG; age <= OLD; age++)
        thresholds[age] = generation_threshold[age];
}

void gc_get_count(size_t counts[3])
{
    for (int age = YOUNG; age <= OLD; age++)
        counts[age] = generation_count(age);
}
