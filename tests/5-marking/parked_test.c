// parked_test.c: what chapter 5 claims of those that wait to end, and
// of collections while they do.
#include "named.h"

#include "types/dict.h"
#include "types/int.h"
#include "types/tuple.h"

static size_t ncalled, every, found;

static void count(Object *self)
{
    (void)self;
    if (++ncalled % every == 0)
        found += gc_collect();
}

static void begin(size_t how_often)
{
    begin_named();
    ncalled = found = 0;
    every = how_often;
    classes[0].type.finalize = count;
}

static void wrap(NEW Object *(*around)(Object *item))
{
    Object *outer = around(named("a"));
    give("a", outer);
}

static Object *in_instance(Object *item)
{
    Object *made = instance_new(&classes[0]);
    instance_set(made, "next", item);
    return made;
}

static Object *in_list(Object *item)
{
    Object *made = list_new();
    list_append(made, item);
    return made;
}

// Let "a" be `depth` instances deep.
static void bury(size_t depth)
{
    make("a");
    for (size_t i = 1; i < depth; i++)
        wrap(in_instance);
}

TEST_BIG(each_in_a_deep_chain_may_collect_as_it_ends)
{
    begin(1);
    bury(2000);

    forget("a");

    EXPECT(ncalled == 2000 && found == 0);
    EXPECT(gc_collect() == 0);
}

TEST_BIG(a_chain_of_a_hundred_thousand_may_collect_now_and_then)
{
    begin(2500);
    bury(100000);

    forget("a");

    EXPECT(ncalled == 100000 && found == 0);
    EXPECT(gc_collect() == 0);
}

TEST_BIG(a_ring_with_a_deep_tail_may_collect_as_it_ends)
{
    begin(1000);
    bury(100000);
    instance_set(named("a"), "self", named("a"));
    forget("a");

    EXPECT_EQ(gc_collect(), 100000);

    EXPECT(ncalled == 100000 && found == 0);
    EXPECT(gc_collect() == 0);
}

// An instance with a list that holds a tuple of a dict of "a".
static void wrap_four(void)
{
    Object *key = int_new(1), *dict = dict_new();
    dict_set(dict, key, named("a"));
    Object *tuple = tuple_new(1, &dict), *list = in_list(tuple);
    give("a", in_instance(list));
    decref(key), decref(dict), decref(tuple), decref(list);
}

static void bury_four(void)
{
    scope_bind(names, "a", bool_of(true));
    for (int i = 0; i < 1000; i++)
        wrap_four();
}

TEST_BIG(every_kind_of_container_may_wait_while_others_collect)
{
    begin(100);
    bury_four();

    forget("a");

    EXPECT(ncalled == 1000 && found == 0);
    EXPECT(gc_collect() == 0);
}

TEST_BIG(in_a_ring_all_but_the_dict_of_atoms_are_counted)
{
    begin(100);
    bury_four();
    instance_set(named("a"), "self", named("a"));
    forget("a");

    EXPECT_EQ(gc_collect(), 3999);

    EXPECT(ncalled == 1000 && found == 0);
}

// Let "a" be lists, `depth` deep, around what it was before.
static void wrap_in_lists(int depth)
{
    for (int i = 0; i < depth; i++)
        wrap(in_list);
}

static void collect(Object *self)
{
    (void)self;
    found = gc_collect();
}

// End a list of the one called `last` and, before that, of "a".
static void end_both(const char *last)
{
    Object *both = in_list(named(last));
    list_append(both, named("a"));
    forget(last), forget("a");
    decref(both);
}

TEST(what_waits_keeps_what_it_holds)
{
    begin(1);
    make("bcd"), tie("bcb");
    give("a", in_list(named("b"))); // the first that has to wait
    wrap_in_lists(49);
    teach("d", collect);
    forget("bc");
    found = 9;
    end_both("d");
    EXPECT(was_said("d") && found == 0);
    EXPECT(gc_collect() == 2 && was_said("bc"));
}

TEST(all_that_wait_keep_what_they_hold)
{
    begin(1);
    make("bcd"), tie("bcb");
    give("a", list_new());
    for (int i = 0; i < 9; i++) // all of these will wait
        append(named("a"), in_list(named("b")));
    wrap_in_lists(48);
    teach("d", collect);
    forget("bc");
    end_both("d");
    EXPECT(was_said("d") && found == 0);
    EXPECT(gc_collect() == 2 && was_said("bc"));
}

TEST(one_that_waits_speaks_when_it_ends)
{
    begin(1);
    make("ab");
    classes[0].type.finalize = speak;
    teach("b", collect);
    hold(watch("a", "1"));
    wrap_in_lists(49);
    found = 9;
    end_both("b");
    EXPECT(was_said("ba1") && found == 0);
    EXPECT_EQ(gc_collect(), 0);
}

static void save(Object *self)
{
    scope_bind(names, "saved", self);
}

static void begin_saved(void)
{
    begin(1);
    classes[0].type.finalize = speak;
    teach("a", save);
    make("a");
    wrap_in_lists(50);
    forget("a");
}

TEST(one_that_is_saved_from_waiting_is_tracked_again)
{
    begin_saved();

    EXPECT(was_said("a") && track_has(named("saved")));
    EXPECT_EQ(ref_count(named("saved")), 1);
    EXPECT_EQ(track_head(named("saved"))->refs, 0);
}

TEST(one_that_is_saved_from_waiting_can_be_collected)
{
    begin_saved();
    instance_set(named("saved"), "self", named("saved"));
    EXPECT_EQ(gc_collect(), 0);

    scope_unbind(names, "saved");

    EXPECT(gc_collect() == 1 && was_said("a"));
}

TEST(a_collection_that_one_in_the_deep_calls_may_make_others_wait)
{
    begin(1);
    classes[0].type.finalize = speak;
    make("b"), tie("bb");
    give("c", list_new()), give("a", in_instance(named("c")));
    wrap_in_lists(30);
    instance_set(named("b"), "deep", named("a")), forget("a");
    give("a", instance_new(&classes[0]));
    teach("a", collect);
    wrap_in_lists(30);
    forget("bc"), forget("a");
    EXPECT(was_said("aba"));
}

static Object *weakref;
static bool was_dead;

static void look(Object *self)
{
    (void)self;
    was_dead = is_dead(weakref);
}

TEST(a_weak_reference_to_one_that_waits_is_dead)
{
    begin(1);
    make("ab");
    weakref = hold(weakref_new(named("a"), NULL, NULL));
    wrap_in_lists(49);
    teach("b", look);
    was_dead = false;

    end_both("b");

    EXPECT(was_dead);
}
