// facts_test.c: programs that were run on CPython 3.11, and what they
// print there, from 81 to 97 of the list of what a port must answer.
#include "check.h"

#include "gc/gc.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/list.h"

static Class class;
static Object *keep[3000];
static int ndead;

static void count(Object *self)
{
    (void)self;
    ndead++;
}

static void begin(void)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("A", NULL);
    class.type.finalize = count;
    ndead = 0;
}

static void make(size_t n)
{
    for (size_t i = 0; i < n; i++)
        keep[i] = instance_new(&class);
}

static void drop(size_t n)
{
    for (size_t i = 0; i < n; i++)
        ref_clear(&keep[i]);
}

static void make_knots(size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Object *self = instance_new(&class);
        instance_set(self, "me", self);
        decref(self);
    }
}

static size_t count_of(int generation)
{
    size_t counts[3];
    gc_get_count(counts);
    return counts[generation];
}

// print(n0 - n1, n2 - n1): 100 0
TEST(what_dies_goes_off_the_count_and_what_comes_and_goes_leaves_none)
{
    begin();
    gc_collect();
    make(300);
    size_t n0 = count_of(0);
    drop(100);
    size_t n1 = count_of(0);
    for (int i = 0; i < 1000; i++)
        decref(instance_new(&class));
    EXPECT_EQ(n0 - n1, 100);
    EXPECT_EQ(count_of(0) - n1, 0);
    drop(300);
}

// print(get_count()[1], get_count()[2]): 10 0, and then 0 2
TEST(a_thousand_and_fifty_bring_ten_at_a_threshold_of_a_hundred)
{
    begin();
    gc_collect();
    gc_set_threshold(3, (const int[]){ 100, 1000, 1000 });
    gc_enable();
    make(1050);
    EXPECT(count_of(1) == 10 && count_of(2) == 0);
    drop(1050);
    gc_collect();
    gc_set_threshold(2, (const int[]){ 100, 3 });
    make(1050);
    EXPECT(count_of(1) == 0 && count_of(2) == 2);
    drop(1050);
}

TEST(two_thousand_knots_stay_while_it_is_disabled)
{
    begin();
    make_knots(2000);
    EXPECT_EQ(ndead, 0);
    EXPECT_EQ(gc_collect(), 2000);
    EXPECT_EQ(ndead, 2000);
}

TEST(two_thousand_knots_are_mostly_gone_while_it_is_enabled)
{
    begin();
    gc_collect();
    gc_enable();
    make_knots(2000);
    gc_disable();
    EXPECT_EQ(ndead, 1401); // the newborn is not among them
    EXPECT_EQ(gc_collect(), 599);
}

TEST(a_threshold_of_0_disables_and_is_enabled_does_not_know)
{
    begin();
    gc_set_threshold(1, (const int[]){ 0 });
    gc_enable();
    make_knots(2000);
    EXPECT_EQ(ndead, 0);
    EXPECT(gc_is_enabled());
    EXPECT_EQ(gc_collect(), 2000);
}

static Object *knot_of(NEW Object *self)
{
    if (self->type == &list_type)
        list_append(self, self);
    else
        instance_set(self, "me", self);
    return self;
}

// collect returns 1, 2, 1 and 1
TEST(collect_counts_what_was_tracked)
{
    begin();
    decref(knot_of(list_new()));
    EXPECT_EQ(gc_collect(), 1);
    Object *list = knot_of(list_new()), *inner = list_new();
    list_append(list, inner);
    decref(inner), decref(list);
    EXPECT_EQ(gc_collect(), 2);
    list = knot_of(list_new());
    inner = dict_new();
    list_append(list, inner);
    decref(inner), decref(list);
    EXPECT_EQ(gc_collect(), 1);
    decref(knot_of(instance_new(&class)));
    EXPECT_EQ(gc_collect(), 1);
}

// Live bytes after many cycles, made and dropped: as before.
TEST(a_hundred_thousand_cycles_leave_nothing)
{
    begin();
    class.type.finalize = NULL;
    gc_collect();
    size_t before = mem_live_bytes();
    gc_enable();
    make_knots(100000);
    gc_disable();
    gc_collect();
    EXPECT_EQ(mem_live_bytes(), before);
}
