#include "gc/gc.h"
#include "show/draw.h"
#include "show/show.h"
#include "types/instance.h"

static void write_both(FILE *out, const void *old)
{
    show_object(out, (Object *)old);
}

int main(void)
{
    show_ages = true;
    Class class = class_new("A", NULL);
    Object *old = instance_new(&class);
    instance_set(old, "me", old);
    gc_collect();
    Object *young = instance_new(&class);
    instance_set(young, "me", young);
    instance_set(old, "holds", young);
    decref(old), decref(young);
    draw_with("beyond", write_both, old);
    printf("%td ", gc_collect_generation(0));
    draw_with("beyond", write_both, old);
    printf("%td ", gc_collect_generation(1));
    draw_with("beyond", write_both, old);
    printf("%td\n", gc_collect_generation(2));
}
