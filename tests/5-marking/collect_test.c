// collect_test.c: what chapter 5 claims that a collection returns, and
// that it costs.
//
// The numbers are those of CPython 3.11.
#include "check.h"
#include "given.h"

#include "gc/gc.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

static Class class, derived;

static void begin(void)
{
    class = class_new("class", NULL);
    derived = class_new("derived", &dict_type);
}

// Put what was made into the list "x".
static bool put(STEALS Object *made)
{
    bool done = made != NULL && list_append(named("x"), made);
    ref_clear(&made);
    return done;
}

// Let "x" be a list in itself.
static void begin_list(void)
{
    begin();
    did(give("x", list_new()));
    did(list_append(named("x"), named("x")));
}

// Let "x" be an instance in itself.
static void begin_instance(void)
{
    begin();
    did(give("x", instance_new(&class)));
    did(instance_set(named("x"), "me", named("x")));
}

// What is returned when "x" is gone.
static size_t without_x(void)
{
    gc_collect();
    scope_unbind(names, "x");
    return gc_collect();
}

TEST(where_there_is_no_garbage_0_is_returned)
{
    begin_list();
    EXPECT_EQ(gc_collect(), 0);

    EXPECT_EQ(list_get(named("x"), 0), named("x"));
}

TEST(what_ends_by_counting_is_not_counted)
{
    begin();
    did(give("x", list_new()));
    did(put(list_new()));
    did(put(tuple_new(0, NULL)));

    EXPECT_EQ(without_x(), 0);
}

TEST(a_list_in_itself_counts_1)
{
    begin_list();
    EXPECT_EQ(without_x(), 1);

    EXPECT_EQ(gc_collect(), 0);
}

TEST(a_dict_in_itself_counts_1)
{
    begin();
    did(give("x", dict_new()));
    did(dict_set(named("x"), none(), named("x")));

    EXPECT_EQ(without_x(), 1);
}

TEST(a_list_and_a_tuple_that_hold_each_other_count_2)
{
    begin();
    did(give("x", list_new()));
    Object *list = named("x");
    did(put(tuple_new(1, &list)));

    EXPECT_EQ(without_x(), 2);
}

TEST(a_ring_of_ten_counts_10)
{
    begin_instance();
    for (int i = 1; i < 10; i++) {
        did(give("next", instance_new(&class)));
        Object *last = instance_get(named("x"), "me");
        did(instance_set(named("next"), "me", last));
        did(instance_set(named("x"), "me", named("next")));
    }
    scope_unbind(names, "next");

    EXPECT_EQ(without_x(), 10);
}

TEST(a_large_ring_is_counted_whole)
{
    begin_list();
    mem_fail_after(SIZE_MAX);
    for (int i = 1; i < 1000; i++) {
        Object *next = list_new();
        list_append(next, list_get(named("x"), 0));
        list_set(named("x"), 0, next);
        decref(next);
    }

    EXPECT_EQ(without_x(), 1000);
}

TEST(atoms_in_a_cycle_are_freed_but_not_counted)
{
    begin_list();
    did(put(int_new(1000)));
    did(put(str_new("text")));
    did(put(tuple_new(0, NULL)));
    did(list_append(named("x"), none()));
    size_t live = mem_live_bytes();

    EXPECT_EQ(without_x(), 1);
    EXPECT(mem_live_bytes() < live - int_type.size - str_type.size);
}

TEST(a_tuple_of_atoms_counts_only_before_it_is_untracked)
{
    begin_list();
    Object *one = none();
    did(put(tuple_new(1, &one)));
    EXPECT_EQ(without_x(), 1);

    begin_list();
    did(put(tuple_new(1, &one)));
    scope_unbind(names, "x");

    EXPECT_EQ(gc_collect(), 2);
}

TEST(a_dict_of_atoms_is_not_counted)
{
    begin_list();
    did(put(dict_new()));
    Object *dict = list_get(named("x"), 1);
    did(dict_set(dict, hold(int_new(1)), hold(tuple_new(0, NULL))));

    EXPECT_EQ(without_x(), 1);
}

TEST(a_dict_that_holds_a_dict_is_counted)
{
    begin_list();
    did(put(dict_new()));
    Object *dict = list_get(named("x"), 1), *inner = dict_new();
    bool done = inner != NULL && dict_set(dict, none(), inner);
    ref_clear(&inner);
    did(done);
    EXPECT_EQ(without_x(), 2);
}

TEST(a_set_and_a_dict_of_a_class_are_counted)
{
    begin_list();
    did(put(set_new()));
    did(put(instance_new(&derived)));

    EXPECT_EQ(without_x(), 3);
}

TEST(a_tail_of_two_lists_and_a_dict_is_counted_with_its_cycle)
{
    begin_instance();
    did(give("tail", list_new()));
    did(instance_set(named("x"), "tail", named("tail")));
    did(give("dict", dict_new()));
    did(list_append(named("tail"), named("dict")));
    did(give("inner", list_new()));
    did(dict_set(named("dict"), none(), named("inner")));
    scope_unbind(names, "tail");
    scope_unbind(names, "dict");
    scope_unbind(names, "inner");
    EXPECT_EQ(without_x(), 4);
}

TEST(an_instance_in_itself_counts_1_whatever_its_attributes)
{
    begin_instance();
    did(instance_set(named("x"), "a", none()));
    did(instance_set(named("x"), "b", hold(int_new(1000))));
    did(instance_set(named("x"), "c", hold(str_new("text"))));

    EXPECT_EQ(without_x(), 1);
}

TEST(a_weak_reference_in_the_garbage_is_counted)
{
    begin_instance();
    Object *weakref = weakref_new(named("x"), NULL, NULL);
    bool done =
        weakref != NULL && instance_set(named("x"), "ref", weakref);
    ref_clear(&weakref);
    did(done);
    EXPECT_EQ(without_x(), 2);
}

static void wave(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
}

TEST(what_only_a_farewell_keeps_is_counted_when_that_is_garbage)
{
    begin_instance();
    Object *weakref = weakref_new(named("x"), wave, named("x"));
    bool done =
        weakref != NULL && instance_set(named("x"), "ref", weakref);
    ref_clear(&weakref);
    did(done);
    EXPECT_EQ(without_x(), 2);
}

TEST(a_weak_reference_can_keep_its_own_target_alive)
{
    begin();
    did(give("x", instance_new(&class)));
    Object *weakref = hold(weakref_new(named("x"), wave, named("x")));
    EXPECT_EQ(without_x(), 0);

    Object *target = hold(weakref_get(weakref));
    EXPECT_EQ(ref_count(target), 2);
    weakref->type->clear(weakref);
    EXPECT_EQ(ref_count(target), 1);
}

TEST(two_cycles_are_counted_together)
{
    begin_list();
    did(give("y", list_new()));
    did(list_append(named("y"), named("y")));
    scope_unbind(names, "y");
    scope_unbind(names, "x");

    EXPECT_EQ(gc_collect(), 2);
}

TEST(what_the_garbage_holds_and_a_name_too_is_not_counted)
{
    begin_list();
    did(give("y", list_new()));
    did(list_append(named("x"), named("y")));

    EXPECT_EQ(without_x(), 1);

    EXPECT_EQ(ref_count(named("y")), 1);
}

TEST(a_ring_is_alive_while_one_of_it_is_held)
{
    begin_instance();
    did(give("y", instance_new(&class)));
    did(instance_set(named("x"), "me", named("y")));
    did(instance_set(named("y"), "me", named("x")));
    EXPECT_EQ(without_x(), 0);

    EXPECT_EQ(instance_get(instance_get(named("y"), "me"), "me"),
              named("y"));
    scope_unbind(names, "y");
    EXPECT_EQ(gc_collect(), 2);
}

TEST(what_c_holds_is_alive_and_all_that_it_leads_to)
{
    begin_list();
    Object *held = hold(list_new());
    did(list_append(held, named("x")));
    scope_unbind(names, "x");

    EXPECT_EQ(gc_collect(), 0);

    Object *inner = list_get(held, 0);
    EXPECT_EQ(list_get(inner, 0), inner);
}

TEST(an_object_that_is_not_tracked_holds_as_any_other)
{
    begin();
    Object *held = hold(list_new());
    did(list_append(held, hold(list_new())));
    track_remove(held);

    EXPECT_EQ(gc_collect(), 0);

    track_add(held);
    EXPECT_EQ(list_length(held), 1);
}

TEST(a_deep_copy_of_a_cycle_is_a_cycle_of_its_own)
{
    begin_list();
    Object *copy = copy_deep(named("x"));
    did(copy != NULL);
    decref(copy);
    EXPECT_EQ(gc_collect(), 1);

    EXPECT_EQ(without_x(), 1);
}

TEST(a_second_collection_finds_nothing_more)
{
    begin_instance();
    EXPECT_EQ(without_x(), 1);
    size_t live = mem_live_bytes();

    EXPECT_EQ(gc_collect(), 0);

    EXPECT_EQ(mem_live_bytes(), live);
}

// What it costs

static size_t nmade(void)
{
    Object *last = int_new(1000);
    size_t birth = object_birth(last);
    decref(last);
    return birth;
}

TEST(a_collection_allocates_nothing)
{
    begin_list();
    mem_fail_after(SIZE_MAX);
    put(dict_new());
    put(instance_new(&class));
    hold(weakref_new(list_get(named("x"), 2), wave, NULL));
    Object *one = none();
    hold(tuple_new(1, &one));
    scope_unbind(names, "x");
    size_t before = nmade();
    EXPECT_EQ(gc_collect(), 2);
    EXPECT_EQ(nmade(), before + 1);
}

TEST(a_collection_needs_no_memory)
{
    begin_list();
    mem_fail_after(SIZE_MAX);
    put(dict_new());
    put(instance_new(&class));
    scope_unbind(names, "x");
    mem_fail_after(0);

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(!mem_has_failed() && error_occurred() == NULL);
}

TEST(a_collection_leaves_the_error_that_is_set)
{
    begin_list();
    scope_unbind(names, "x");
    error_set(&index_error, "before");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT_EQ(error_occurred(), &index_error);
    error_clear();
}

TEST_BIG(a_collection_is_no_matter_of_depth)
{
    begin_list();
    mem_fail_after(SIZE_MAX);
    for (int i = 0; i < 100000; i++) {
        Object *outer = list_new();
        list_append(outer, list_get(named("x"), 0));
        list_set(named("x"), 0, outer);
        decref(outer);
    }

    EXPECT_EQ(without_x(), 100001);
}

TEST_BIG(a_tail_may_be_as_long_as_it_likes)
{
    begin_list();
    mem_fail_after(SIZE_MAX);
    put(list_new());
    for (int i = 1; i < 100000; i++) {
        Object *outer = list_new();
        list_append(outer, list_get(named("x"), 1));
        list_set(named("x"), 1, outer);
        decref(outer);
    }
    EXPECT_EQ(without_x(), 100001);
}
