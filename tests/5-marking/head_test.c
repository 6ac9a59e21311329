// head_test.c: what chapter 5 claims of those that wait to end, and of
// the tuple that is there once for all.
#include "check.h"

#include "memory/mem.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/tuple.h"

static Class class;
static size_t ntracked;

static void begin(void (*finalize)(Object *self))
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
    class.type.finalize = finalize;
}

// A list of `item`, which is the list's alone.
static Object *in_list(STEALS Object *item)
{
    Object *made = list_new();
    list_append(made, item);
    decref(item);
    return made;
}

static Object *in_lists(Object *item, int depth)
{
    for (int i = 0; i < depth; i++)
        item = in_list(item);
    return item;
}

TEST(the_tuple_without_items_has_a_head_and_is_not_tracked)
{
    Object *empty = hold(tuple_new(0, NULL));

    EXPECT(!track_has(empty));
    EXPECT(track_head(empty)->ring.next == NULL);
}

static void count_tracked(Object *self)
{
    ntracked = ring_length(&track_all) - track_has(self);
}

TEST(one_that_waits_to_end_is_not_tracked)
{
    begin(count_tracked);
    Object *both = in_list(instance_new(&class)); // it ends last
    Object *deep = in_lists(list_new(), 49);
    list_append(both, deep);
    decref(deep);
    ntracked = 9;

    decref(both);

    EXPECT_EQ(ntracked, 0);
}

static void save(Object *self)
{
    scope_bind(names, "saved", self);
}

TEST(one_that_is_saved_when_it_has_waited_is_tracked)
{
    begin(save);

    decref(in_lists(instance_new(&class), 50));

    EXPECT(track_has(scope_lookup(names, "saved")));
}
