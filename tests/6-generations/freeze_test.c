// freeze_test.c: what chapter 6 claims of what is frozen.
#include "check.h"

#include "gc/inspect.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/list.h"

static Class class;

static void begin(void)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
}

// Let it hold itself, and let it go.
static void drop_knot(STEALS Object *self)
{
    instance_set(self, "me", self);
    decref(self);
}

TEST(what_is_frozen_is_not_collected)
{
    begin();
    drop_knot(instance_new(&class));
    gc_freeze();
    EXPECT_EQ(gc_get_freeze_count(), 1);
    EXPECT_EQ(gc_collect(), 0);
    gc_unfreeze();
    EXPECT_EQ(gc_get_freeze_count(), 0);
    EXPECT_EQ(gc_collect(), 1);
}

TEST(what_is_frozen_still_ends_by_its_counts_and_becomes_old)
{
    begin();
    Object *list = hold(list_new()), *other = list_new();
    gc_freeze();
    EXPECT_EQ(gc_get_freeze_count(), 2);
    decref(other);
    EXPECT_EQ(gc_get_freeze_count(), 1);
    gc_unfreeze();
    EXPECT_EQ(track_age(list), OLD);
}

TEST(freezing_sets_the_counts_to_0)
{
    begin();
    hold(list_new());
    gc_collect_generation(0), gc_collect_generation(1);
    gc_collect_generation(0);
    hold(list_new());
    gc_freeze();
    size_t counts[3];
    gc_get_count(counts);
    EXPECT(counts[0] == 0 && counts[1] == 0 && counts[2] == 0);
}

static void freeze_all(Object *self)
{
    (void)self;
    gc_freeze();
}

TEST(a_finalizer_that_freezes_all_does_not_save_itself)
{
    begin();
    class.type.finalize = freeze_all;
    drop_knot(instance_new(&class));
    EXPECT_EQ(gc_collect(), 1);
    gc_unfreeze();
}
