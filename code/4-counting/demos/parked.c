#include "show/draw.h"
#include "types/list.h"

static Object *last; // the list that is parked last

static void write_parked(FILE *out, const void *first)
{
    fputs("  \"trashcan\" [type=scope];\n", out);
    fprintf(out, "  \"trashcan\" -> \"list #%zu\" "
                 "[slot=parked, counted=no];\n", object_birth(last));
    for (Object *self = last; self != first;) {
        Object *before = (Object *)~self->count;
        fprintf(out, "  \"list #%zu\" [type=list, count=%zu];\n",
                object_birth(self), ref_count(self));
        if (before != first)
            fprintf(out, "  \"list #%zu\" -> \"list #%zu\" "
                         "[slot=count, counted=no];\n",
                    object_birth(self), object_birth(before));
        self = before;
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
