// bench-cycles.c: ten million objects, made and dropped in cycles.
//
// Prints how many bytes of them are left, by the count of memory/mem.
#include "gc/gc.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"

#include <stdlib.h>

enum { OBJECTS = 10000000, AT_ONCE = 100000 };

static void need(bool done)
{
    if (!done)
        abort();
}

// A list and a dict that hold each other.
static void make_cycle(Object *key)
{
    Object *list = list_new(), *dict = dict_new();
    need(list != NULL && dict != NULL);
    need(list_append(list, dict) && dict_set(dict, key, list));
    decref(list);
    decref(dict);
}

int main(void)
{
    Object *key = int_new(0);
    gc_collect();
    size_t before = mem_live_bytes(), most = 0;
    for (size_t i = 2; i <= OBJECTS; i += 2) {
        make_cycle(key);
        if (i % AT_ONCE != 0)
            continue;
        if (mem_live_bytes() > most)
            most = mem_live_bytes();
        gc_collect();
    }
    size_t left = mem_live_bytes() - before;
    printf("%d objects made and dropped in cycles, a collection after "
           "every %d: %zu bytes left (%zu at most)\n",
           OBJECTS, AT_ONCE, left, most - before);
    return left != 0;
}
