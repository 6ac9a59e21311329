#include "show/draw.h"
#include "types/list.h"

static Object *last; // the list that is parked last

static void write_parked(FILE *out, const void *nobody)
{
    char from[32] = "trashcan";
    fputs("  \"trashcan\" [type=scope];\n", out);
    for (Object *self = last; self != nobody;) {
        char name[32];
        snprintf(name, sizeof name, "list #%zu", object_birth(self));
        fprintf(out, "  \"%s\" [type=list, count=%zu];\n", name,
                ref_count(self));
        fprintf(out, "  \"%s\" -> \"%s\" [slot=%s, counted=no];\n",
                from, name, self == last ? "parked" : "count");
        snprintf(from, sizeof from, "%s", name);
        self = (Object *)~self->count; // who was parked before it
    }
}

static void draw_parked(Object *self)
{
    (void)self;
    draw_with("parked", write_parked, NULL);
}

static Type a_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "A",
    .size = sizeof(Object),
    .finalize = draw_parked,
};

static void put(Object *list, STEALS Object *item)
{
    list_append(list, item);
    decref(item);
}

int main(void)
{
    Object *l = list_new();
    put(l, last = list_new());
    put(l, list_new());
    put(l, list_new());
    for (int level = 2; level < 50; level++) {
        Object *outer = list_new();
        put(outer, l);
        l = outer;
    }
    Object *top = list_new();
    put(top, object_new(&a_type)); // ends when the rest is parked
    put(top, l);
    decref(top);
}
