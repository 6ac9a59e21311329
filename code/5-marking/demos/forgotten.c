#include "gc/gc.h"
#include "types/instance.h"

static Object *weak;

static void print_target(const char *before, Object *ref)
{
    Object *target = weakref_get(ref);
    printf("%s %s\n", before, target == NULL ? "False" : "True");
    ref_clear(&target);
}

static void say_bye(Object *self)
{
    (void)self;
    print_target("bye", weak);
}

static void say_farewell(Object *ref, Object *with)
{
    (void)with;
    print_target("farewell", ref);
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.type.finalize = say_bye;
    for (int has_cycle = 1; has_cycle >= 0; has_cycle--) {
        Object *a = instance_new(&class);
        if (has_cycle)
            instance_set(a, "me", a);
        weak = weakref_new(a, say_farewell, NULL);
        decref(a);
        gc_collect();
        decref(weak);
    }
}
