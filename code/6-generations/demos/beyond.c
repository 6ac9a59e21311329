#include "gc/gc.h"
#include "types/instance.h"

int main(void)
{
    Class class = class_new("A", NULL);
    Object *old = instance_new(&class);
    instance_set(old, "me", old);
    gc_collect();
    Object *young = instance_new(&class);
    instance_set(young, "me", young);
    instance_set(old, "holds", young);
    decref(old), decref(young);
    printf("%td ", gc_collect_generation(0));
    printf("%td ", gc_collect_generation(1));
    printf("%td\n", gc_collect_generation(2));
}
