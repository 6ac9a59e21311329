// bench-gc.h: what make bench-gc measures, once for both.
#include "bench-run.h"

#ifndef Py_PYTHON_H
#include "gc/gc.h"
#endif

enum { MILLION = 1000000, LIVE_ROUNDS = 3 };

// ---- The shapes, of `n` lists each. What is answered holds them all.

static Object *new_list(void)
{
    Object *list = list_new();
    need(list != NULL);
    return list;
}

static void lead(Object *from, Object *to)
{
    need(list_append(from, to));
}

// Two lists that hold each other, many times.
static Object *pairs(size_t n)
{
    Object *root = new_list();
    for (size_t i = 0; i < n / 2; i++) {
        Object *a = new_list(), *b = new_list();
        lead(a, b);
        lead(b, a);
        lead(root, a);
        decref(a);
        decref(b);
    }
    return root;
}

static Object **new_lists(size_t n)
{
    Object **lists = calloc(n, sizeof(Object *));
    need(lists != NULL);
    for (size_t i = 0; i < n; i++)
        lists[i] = new_list();
    return lists;
}

static void give_up(Object **lists, size_t n)
{
    for (size_t i = 0; i < n; i++)
        decref(lists[i]);
    free(lists);
}

// A dict of lists of ten: the dict, and the nine made before.
static Object *wide(size_t n)
{
    Object *root = dict_new(), **lists = new_lists(n);
    for (size_t i = 0; i < n; i++) {
        Object *key = int_new((int64_t)i);
        need(key != NULL && dict_set(root, key, lists[i]));
        decref(key);
        lead(lists[i], root);
        for (size_t k = 1; k < 10; k++)
            lead(lists[i], lists[(i + n - k) % n]);
    }
    give_up(lists, n);
    return root;
}

// One ring, and from each list two more references to any.
static Object *rand3(size_t n)
{
    Object **lists = new_lists(n), *root = ref_new(lists[0]);
    uint64_t random = 1;
    for (size_t i = 0; i < n; i++) {
        lead(lists[i], lists[(i + 1) % n]);
        for (size_t k = 0; k < 2; k++) {
            random = random * 6364136223846793005 + 1442695040888963407;
            lead(lists[i], lists[(size_t)(random >> 33) % n]);
        }
    }
    give_up(lists, n);
    return root;
}

// ---- A full collection of a shape.

typedef Object *(*Shape)(size_t n);

// Nothing to free. The first, which sorts the heap, is not measured.
static size_t live(Shape shape, size_t n)
{
    Object *root = shape(n);
    need(root != NULL && gc_collect() == 0);
    for (size_t i = 0; i < LIVE_ROUNDS; i++) {
        go_on();
        size_t found = gc_collect();
        stop();
        need(found == 0);
    }
    return n * LIVE_ROUNDS;
}

// All to be found, taken apart and freed.
static size_t garbage(Shape shape, size_t n)
{
    decref(shape(n));
    go_on();
    size_t found = gc_collect();
    stop();
    need(found >= n);
    return n;
}

#define WITH_SHAPE(f) \
    static size_t f##_pairs(size_t n) { return f(pairs, n); } \
    static size_t f##_wide(size_t n) { return f(wide, n); } \
    static size_t f##_rand3(size_t n) { return f(rand3, n); }
WITH_SHAPE(live)
WITH_SHAPE(garbage)

// ---- The rows, and what each is wanted to be at most.

static const Row rows[] = {
    { "pairs, live", live_pairs, MILLION, 1.1 },
    { "pairs, garbage", garbage_pairs, MILLION, 1.1 },
    { "wide, live", live_wide, MILLION, 1.1 },
    { "wide, garbage", garbage_wide, MILLION, 1.1 },
    { "rand3, live", live_rand3, MILLION, 1.1 },
    { "rand3, garbage", garbage_rand3, MILLION, 1.1 },
};

enum { NROWS = sizeof rows / sizeof rows[0] };
