#include "gc/inspect.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"

static Class page_class;
static Object *pages, *holders;

static void append_page(Object *self, void *list)
{
    if (self->type == &page_class.type)
        list_append(list, self);
}

static void append_other(Object *self, void *list)
{
    if (self != pages)
        list_append(list, self);
}

static void show(Object *cache, int i)
{
    Object *number = int_new(i), *page = instance_new(&page_class);
    dict_set(cache, number, page);
    decref(number), decref(page);
}

int main(void)
{
    page_class = class_new("Page", NULL);
    Object *cache = dict_new();
    pages = list_new();
    holders = list_new();
    for (int i = 0; i < 3; i++)
        show(cache, i);
    gc_get_objects(-1, append_page, pages);
    printf("%zu\n", list_length(pages));
    gc_get_referrers(list_get(pages, 0), append_other, holders);
    bool is_cache = list_get(holders, 0) == cache;
    printf("%zu %s\n", list_length(holders), is_cache ? "True" : "False");
    decref(holders), decref(pages), decref(cache);
}
