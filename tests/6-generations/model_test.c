// model_test.c: the counts after each of 20,000 allocations, boiled down
// to one number that CPython 3.11 has printed:
//
//     class A: __slots__ = ()
//     keep, seen, n = [None] * 20000, [0] * 20000, 0
//     gc.disable(); gc.freeze()
//     # with an old heap: old = 1000 of A(); gc.set_threshold(10, 1, 1)
//     gc.collect(); c = gc.get_count(); c = gc.get_count(); gc.collect(0)
//     gc.enable()
//     while n < 20000:
//         keep[n] = A()
//         c = gc.get_count()
//         seen[n] = c[0] + 1000 * c[1] + 100000 * c[2]
//         n += 1
//     digest = 0
//     for c in seen: digest = (digest * 31 + c) % 4294967296
//
// CPython keeps dead tuples for later, and a full collection throws them
// away; so the get_count after one makes a tuple, which then counts.
#include "check.h"

#include "gc/inspect.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/tuple.h"

enum { N = 20000 };

static Object *keep[N], *old[1001];

static Object *after_full(Object *tuple, size_t *nfull)
{
    if (gc_get_stats(2).collections == *nfull)
        return tuple;
    ++*nfull;
    Object *one = int_new(1000), *made = tuple_new(1, &one);
    decref(one);
    track_count += tuple == NULL ? 0 : 1; // the one before ends
    ref_clear(&tuple);
    return made;
}

static uint32_t digest(Class *class)
{
    size_t nfull = gc_get_stats(2).collections;
    uint32_t digest = 0;
    Object *tuple = NULL;
    gc_enable();
    for (size_t i = 0; i < N; i++) {
        keep[i] = instance_new(class);
        size_t c[3];
        gc_get_count(c);
        tuple = after_full(tuple, &nfull);
        digest = digest * 31
                 + (uint32_t)(c[0] + 1000 * c[1] + 100000 * c[2]);
    }
    gc_disable();
    ref_clear(&tuple);
    for (size_t i = 0; i < N; i++)
        ref_clear(&keep[i]);
    return digest;
}

TEST(the_counts_are_those_of_cpython_from_an_empty_heap)
{
    mem_fail_after(SIZE_MAX);
    Class class = class_new("class", NULL);
    gc_collect();
    gc_collect_generation(0);
    EXPECT_EQ(digest(&class), 3972526634u);
}

TEST(the_counts_are_those_of_cpython_beside_an_old_heap)
{
    mem_fail_after(SIZE_MAX);
    Class class = class_new("class", NULL);
    for (size_t i = 0; i < 1001; i++) // and the list that they are in
        old[i] = instance_new(&class);
    gc_set_threshold(3, (const int[]){ 10, 1, 1 });
    gc_collect();
    gc_collect_generation(0);
    EXPECT_EQ(digest(&class), 989070900u);
    for (size_t i = 0; i < 1001; i++)
        ref_clear(&old[i]);
}
