#include "gc/cycle.h"
#include "show/draw.h"
#include "show/show.h"
#include "types/instance.h"

static void write_self(FILE *out, const void *self)
{
    show_object(out, (Object *)self);
}

static void look(Object *self)
{
    draw_with("ruin", write_self, self);
}

int main(void)
{
    Class class_a = class_new("A", NULL), class_b = class_new("B", NULL);
    class_b.type.finalize = look;
    for (int in_order = 0; in_order <= 1; in_order++) {
        Object *a = instance_new(&class_a), *b = instance_new(&class_b);
        instance_set(a, "friend", b);
        instance_set(b, "friend", a);
        decref(a), decref(b);
        Ring garbage;
        ring_init(&garbage);
        cycle_judge(&track_all, &garbage);
        if (in_order)
            cycle_finalize(&garbage);
        cycle_delete(&garbage, &track_all);
    }
}
