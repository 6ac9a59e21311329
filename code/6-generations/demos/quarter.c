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
    Object *keep = list_new();
    gc_collect();
    nlooks = 0;
    for (size_t i = 1; i <= n; i++) {
        Object *made = list_new();
        list_append(keep, made);
        decref(made);
    }
    printf("%zu lists: looked at each %.1f times\n", n,
           (double)nlooks / (double)n);
    decref(keep);
}

int main(void)
{
    visit_items = list_type.visit;
    list_type.visit = look;
    gc_set_threshold(1, (const int[]){ 100 });
    gc_enable();
    for (size_t n = 20000; n <= 1280000; n *= 4)
        keep_lists(n);
}
