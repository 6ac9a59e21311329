// cycle_test.c: what chapter 5 claims of who is in a cycle.
//
// The heads' notes, and the order of those that are left, are what
// CPython 3.11 has at the same places; there both were read from
// memory, between the steps of a collection.
#include "judged.h"

#include "gc/cycle.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

static Class class, derived;

static void begin(void)
{
    class = class_new("class", NULL);
    derived = class_new("derived", &dict_type);
    ring_init(&aside);
}

// How many references to `self` have not been found, says its head.
static size_t left(Object *self)
{
    return track_head(self)->refs - 1;
}

static bool are_left(const size_t *wanted)
{
    Object *const all[] = { leaf, a, b, c, d, h, x };
    for (size_t i = 0; i < 7; i++)
        if (left(all[i]) != wanted[i])
            return false;
    return true;
}

TEST(first_each_head_notes_the_count_of_its_object)
{
    begin();
    make_world();

    cycle_copy_counts(&track_all);

    const size_t wanted[] = { 4, 1, 1, 2, 1, 1, 2 };
    EXPECT(are_left(wanted));
    ring_join(&aside, &track_all);
    end_world();
}

TEST(then_the_references_from_inside_are_taken_off)
{
    begin();
    make_world();
    cycle_copy_counts(&track_all);

    cycle_subtract_inner(&track_all);

    const size_t wanted[] = { 0, 0, 0, 1, 0, 1, 1 };
    EXPECT(are_left(wanted));
    ring_join(&aside, &track_all);
    end_world();
}

TEST(then_only_those_stay_that_somebody_outside_leads_to)
{
    begin();
    make_world();
    cycle_copy_counts(&track_all);
    cycle_subtract_inner(&track_all);

    cycle_set_aside(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, c, d, h, x, leaf));
    EXPECT(ARE_IN(&aside, a, b));
    end_world();
}

TEST(the_notes_of_those_that_stay_are_0_again)
{
    begin();
    make_world();

    cycle_judge(&track_all, &aside);

    EXPECT(is_done(leaf) && is_done(c) && is_done(d));
    EXPECT(is_done(h) && is_done(x));
    EXPECT(!is_done(a) && !is_done(b));
    end_world();
}

TEST(to_judge_is_the_three_steps_in_a_row)
{
    begin();
    make_world();

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, c, d, h, x, leaf));
    EXPECT(ARE_IN(&aside, a, b));
    end_world();
}

TEST(to_judge_changes_no_count)
{
    begin();
    make_world();
    size_t counts = leaf->count + a->count + b->count + c->count;

    cycle_judge(&track_all, &aside);

    EXPECT_EQ(leaf->count + a->count + b->count + c->count, counts);
    EXPECT_EQ(leaf->count, 4);
    end_world();
}

TEST(to_judge_again_finds_the_same)
{
    begin();
    make_world();
    cycle_judge(&track_all, &aside);
    ring_join(&track_all, &aside);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&aside, a, b));
    EXPECT_EQ(ring_length(&track_all), 5);
    end_world();
}

TEST(those_set_aside_can_be_judged_alone)
{
    begin();
    make_world();
    Ring again;
    ring_init(&again);
    cycle_judge(&track_all, &aside);

    cycle_judge(&aside, &again);

    EXPECT(ring_is_empty(&aside) && ARE_IN(&again, a, b));
    ring_join(&aside, &again);
    end_world();
}

TEST(whoever_is_not_judged_is_outside)
{
    begin();
    make_world();
    Ring judged;
    ring_init(&judged);
    ring_move(&judged, &track_head(a)->ring);
    ring_move(&judged, &track_head(leaf)->ring);
    cycle_judge(&judged, &aside);

    EXPECT(ARE_IN(&judged, a, leaf) && ring_is_empty(&aside));
    EXPECT(is_done(b) && is_done(d));
    ring_join(&aside, &judged);
    end_world();
}

// A in B in C, made in that order; only C is held.
static void make_chain(void)
{
    a = hold(list_new());
    b = hold(list_of(a));
    c = hold(list_of(b));
    let_go(a), let_go(b);
}

TEST(a_chain_in_the_wrong_order_is_set_aside_and_rescued)
{
    begin();
    make_chain();

    cycle_judge(&track_all, &aside);

    EXPECT(ring_is_empty(&aside));
    EXPECT(ARE_IN(&track_all, c, b, a));
    take_back(a), take_back(b);
}

TEST(the_second_time_nobody_of_it_is_moved)
{
    begin();
    make_chain();
    cycle_judge(&track_all, &aside);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, c, b, a));
    take_back(a), take_back(b);
}

TEST(who_is_led_to_before_its_turn_keeps_its_place)
{
    begin();
    h = hold(list_new());
    a = hold(list_new()), b = hold(list_new());
    did(list_append(h, a)), did(list_append(h, b));
    let_go(a), let_go(b);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, h, a, b));
    take_back(a), take_back(b);
}

TEST(who_is_led_to_after_its_turn_goes_to_the_end)
{
    begin();
    a = hold(list_new());
    h = hold(list_new()), b = hold(list_new());
    did(list_append(h, a)), did(list_append(h, b));
    let_go(a), let_go(b);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, h, b, a));
    take_back(a), take_back(b);
}

TEST(the_attributes_of_an_instance_are_rescued_in_order)
{
    begin();
    a = hold(list_new()), b = hold(list_new());
    c = hold(list_new()), x = hold(instance_new(&class));
    did(instance_set(x, "c", c)), did(instance_set(x, "b", b));
    did(instance_set(x, "a", a));
    let_go(a), let_go(b), let_go(c);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, x, c, b, a));
    take_back(a), take_back(b), take_back(c);
}

TEST(a_ring_is_rescued_from_the_one_that_is_held)
{
    begin();
    a = hold(list_new()), b = hold(list_new()), c = hold(list_new());
    did(list_append(a, b)), did(list_append(b, c));
    did(list_append(c, a));
    let_go(a), let_go(b);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, c, a, b));
    take_back(a), take_back(b);
}

// Who visits whom

static void expect_subtracted(Object *holder, Object *held, size_t n)
{
    cycle_copy_counts(&track_all);
    size_t before = left(held);
    cycle_subtract_inner(&track_all);
    EXPECT_EQ(before - left(held), n);
    EXPECT(left(holder) >= 1);
    ring_join(&aside, &track_all);
    put_back();
}

TEST(each_reference_of_a_list_is_taken_off)
{
    begin();
    a = hold(list_new()), b = hold(list_new());
    did(list_append(b, a)), did(list_append(b, none()));
    did(list_append(b, a)), did(list_append(b, a));

    expect_subtracted(b, a, 3);
}

TEST(the_references_of_tuples_and_sets_are_taken_off)
{
    begin();
    a = hold(instance_new(&class)), b = hold(set_new());
    did(set_add(b, a));
    Object *items[] = { a, a };
    hold(tuple_new(2, items));

    expect_subtracted(b, a, 3);
}

TEST(keys_and_values_of_a_dict_are_taken_off)
{
    begin();
    a = hold(instance_new(&class)), b = hold(dict_new());
    did(dict_set(b, a, none()));
    did(dict_set(b, none(), a));

    expect_subtracted(b, a, 2);
}

TEST(attributes_of_an_instance_are_taken_off)
{
    begin();
    a = hold(list_new()), b = hold(instance_new(&class));
    did(instance_set(b, "one", a));
    did(instance_set(b, "other", a));

    expect_subtracted(b, a, 2);
}

TEST(items_and_attributes_of_a_dict_of_a_class_are_taken_off)
{
    begin();
    a = hold(list_new()), b = hold(instance_new(&derived));
    did(dict_set(b, none(), a));
    did(instance_set(b, "one", a));

    expect_subtracted(b, a, 2);
}

static void wave(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
}

TEST(a_weak_reference_is_no_reference_but_keeps_something)
{
    begin();
    a = hold(instance_new(&class)), x = hold(list_new());
    b = hold(weakref_new(a, wave, x));

    expect_subtracted(b, a, 0);
    expect_subtracted(b, x, 1);
}

// Depth

static void bury(size_t depth)
{
    x = list_new();
    for (size_t i = 0; i < depth; i++) {
        Object *outer = list_of(x);
        decref(x);
        x = outer;
    }
}

TEST_BIG(to_judge_is_no_matter_of_depth)
{
    begin();
    mem_fail_after(SIZE_MAX);
    bury(100000);

    cycle_judge(&track_all, &aside);

    EXPECT(ring_is_empty(&aside) && ref_count(x) == 1);
    decref(x);
}

TEST(what_is_judged_is_drawn_with_its_note)
{
    begin();
    a = hold(list_new()), b = hold(tuple_new(1, &a));
    EXPECT_EQ(drawn_of(b, "gc_refs"), 0);

    cycle_copy_counts(&track_all);
    EXPECT_EQ(drawn_of(b, "gc_refs=1"), 1);
    EXPECT_EQ(drawn_of(b, "gc_refs=2"), 1);

    cycle_set_aside(&track_all, &aside);
    EXPECT_EQ(drawn_of(b, "gc_refs"), 0);
}
