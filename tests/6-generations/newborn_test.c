// newborn_test.c: what a collection within an allocation can see.
#include "check.h"

#include "gc/inspect.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/list.h"

static int nlooks;
static bool is_seen;

static void look_for(Object *self, void *context)
{
    (void)context;
    is_seen |= self->type == &list_type && list_length(self) == 0;
}

static void look_around(Object *self)
{
    (void)self;
    gc_disable();
    nlooks++;
    gc_get_objects(-1, look_for, NULL);
}

TEST(the_newborn_is_in_no_generation_yet)
{
    mem_fail_after(SIZE_MAX);
    Class bomb = class_new("bomb", NULL);
    bomb.type.finalize = look_around;
    nlooks = 0;
    is_seen = false;
    gc_collect();
    Object *garbage = instance_new(&bomb);
    instance_set(garbage, "me", garbage);
    decref(garbage);
    gc_set_threshold(1, (const int[]){ 1 });
    gc_enable();

    Object *newborn = hold(list_new());

    EXPECT(nlooks == 1 && !is_seen);
    EXPECT(track_has(newborn));
}
