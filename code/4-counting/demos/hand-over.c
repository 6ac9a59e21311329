#include "show/draw.h"

typedef struct Link {
    Object object;
    Object *next; // or NULL
} Link;

static Object *drop(Object *self)
{
    return ((Link *)self)->next;
}

static void write_links(FILE *out, const void *second)
{
    Object *self = (Object *)second, *next = drop(self);
    size_t birth = object_birth(self); // they were made in a row
    fprintf(out, "  \"link #%zu\" [type=link, dead=1];\n", birth - 1);
    fputs("  \"ref_drop\" [type=scope];\n  \"ref_drop\" -> ", out);
    fprintf(out, "\"link #%zu\" [slot=self];\n", birth);
    fprintf(out, "  \"link #%zu\" [type=link, count=%zu];\n", birth,
            ref_count(self));
    fprintf(out, "  \"link #%zu\" -> \"link #%zu\" [slot=next];\n",
            birth, birth + 1);
    fprintf(out, "  \"link #%zu\" [type=link, count=%zu];\n", birth + 1,
            ref_count(next));
}

static void draw_second(Object *self)
{
    if (object_birth(self) == 2)
        draw_with("hand-over", write_links, self);
}

static Type link_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "link",
    .size = sizeof(Link),
    .drop = drop,
    .finalize = draw_second,
};

int main(void)
{
    Object *first = object_new(&link_type), *last = first;
    for (int i = 0; i < 2; i++)
        last = ((Link *)last)->next = object_new(&link_type);
    decref(first);
}
