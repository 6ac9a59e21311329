#include "gc/gc.h"
#include "types/list.h"

static size_t nlooks;
static void (*visit_items)(Object *self, Visit visit, void *context);

static void look(Object *self, Visit visit, void *context)
{
    nlooks++;
    visit_items(self, visit, context);
}

static void keep_lists(size_t n)
{
    size_t found = 0;
    Object *keep = list_new();
    nlooks = 0;
    for (size_t i = 1; i <= n; i++) {
        Object *made = list_new();
        list_append(keep, made);
        decref(made);
        if (i % 700 == 0)
            found += gc_collect();
    }
    printf("%zu lists: found %zu, looked at each %zu times\n", n,
           found, nlooks / n);
    decref(keep);
}

int main(void)
{
    visit_items = list_type.visit;
    list_type.visit = look;
    for (size_t n = 7000; n <= 56000; n *= 2)
        keep_lists(n);
}
