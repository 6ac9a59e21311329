#include "gc/gc.h"
#include "types/list.h"

#include <assert.h>

static size_t nslots, nvisits;
static void (*visit_items)(Object *self, Visit visit, void *context);

typedef struct Call {
    Visit visit;
    void *context;
} Call;

static void count(Object *child, void *context)
{
    const Call *call = context;
    nvisits++;
    call->visit(child, call->context);
}

static void visit_counted(Object *self, Visit visit, void *context)
{
    Call call = { visit, context };
    nslots++;
    visit_items(self, count, &call);
}

static void add_one(Object *child, void *n)
{
    (void)child;
    ++*(size_t *)n;
}

static size_t count_references(void)
{
    size_t n = 0;
    for (Ring *at = track_all.next; at != &track_all; at = at->next)
        visit_items(track_object(at), add_one, &n);
    return n;
}

enum { N = 1000 };
static Object *lists[N];

static void build(size_t step)
{
    for (size_t i = 0; i < N; i++)
        lists[i] = list_new();
    for (size_t i = 0; i < N; i++)
        for (size_t j = 0; j < i % 5; j++)
            list_append(lists[i], lists[(i * step + j) % N]);
}

static void try(size_t step)
{
    build(step);
    for (size_t i = 0; i < N - step; i++)
        decref(lists[i]);
    track_merge();
    size_t n = ring_length(&track_all), r = count_references();
    nslots = nvisits = 0;
    gc_collect();
    track_merge();
    assert(nslots == n + ring_length(&track_all));
    assert(nvisits == r + count_references());
    for (size_t i = N - step; i < N; i++)
        decref(lists[i]);
    gc_collect();
}

int main(void)
{
    visit_items = list_type.visit;
    list_type.visit = visit_counted;
    for (size_t step = 1; step <= 100; step++)
        try(step);
    puts("n + n' and r + r', in all 100 heaps");
}
