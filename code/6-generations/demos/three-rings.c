#include "gc/gc.h"
#include "types/list.h"

static size_t nlooks;
static void (*visit_items)(Object *self, Visit visit, void *context);

static void look(Object *self, Visit visit, void *context)
{
    nlooks++;
    visit_items(self, visit, context);
}

static void collect(size_t i)
{
    size_t turn = i / 100 % 133;
    gc_collect_generation(turn == 0 ? 2 : turn % 12 == 0 ? 1 : 0);
}

static void keep_lists(size_t n)
{
    Object *keep = list_new();
    nlooks = 0;
    for (size_t i = 1; i <= n; i++) {
        Object *made = list_new();
        list_append(keep, made);
        decref(made);
        if (i % 100 == 0)
            collect(i);
    }
    printf("%zu lists: looked at each %.1f times\n", n,
           (double)nlooks / (double)n);
    decref(keep);
}

int main(void)
{
    visit_items = list_type.visit;
    list_type.visit = look;
    for (size_t n = 20000; n <= 320000; n *= 2)
        keep_lists(n);
}
