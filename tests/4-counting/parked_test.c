// parked_test.c: what a finalizer may ask of a text that waits to die.
#include "check.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/singleton.h"

static Class plain, setter;
static Object *place;

static void set_only(Object *self)
{
    if (place != self)
        instance_set(place, "only", none());
}

// An instance whose "only" is a setter, in lists `depth` deep.
static Object *bury(int depth)
{
    Object *setting = instance_new(&setter);
    Object *inner = instance_new(&plain);
    instance_set(inner, "only", setting);
    decref(setting);
    for (int i = 0; i < depth; i++) {
        Object *outer = list_new();
        list_append(outer, inner);
        decref(inner);
        inner = outer;
    }
    return inner;
}

TEST(a_text_that_waits_to_die_is_interned_no_more)
{
    mem_fail_after(SIZE_MAX); // so that the finalizer has memory
    plain = class_new("plain", NULL);
    setter = class_new("setter", NULL);
    setter.type.finalize = set_only;
    place = hold(instance_new(&plain));
    Object *lists = bury(49);

    decref(lists);

    EXPECT(object_is(instance_get(place, "only"), none()));
}
