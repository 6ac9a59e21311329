// steps_test.c: what chapter 5 claims of the steps of a collection, one
// by one: what comes after the judgement.
#include "judged.h"

#include "gc/cycle.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

static Class class;

static void begin(void)
{
    class = class_new("class", NULL);
    ring_init(&aside);
}

static bool is_in(Ring *ring, Object *self)
{
    for (Ring *at = ring->next; at != ring; at = at->next)
        if (track_object(at) == self)
            return true;
    return false;
}

TEST(a_dict_that_is_not_tracked_is_not_judged)
{
    begin();
    Object *dict = hold(dict_new()), *one = hold(int_new(1000));
    did(dict_set(dict, one, one));
    a = hold(list_of(dict));
    let_go(a);

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&aside, a) && track_head(dict)->refs == 0);
    take_back(a);
    put_back();
}

TEST(only_what_is_plain_is_untracked)
{
    begin();
    Object *one = none();
    a = hold(tuple_new(1, &one)), b = hold(list_of(none()));
    c = hold(set_new()), d = hold(tuple_new(1, &b));

    cycle_judge(&track_all, &aside);

    EXPECT(ARE_IN(&track_all, b, c, d));
    EXPECT(!track_has(a));
}

static void wave(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
}

static size_t collect_weakrefs(void)
{
    Ring farewells;
    ring_init(&farewells);
    cycle_judge(&track_all, &aside);
    cycle_clear_weakrefs(&aside, &farewells);
    return cycle_say_farewells(&farewells, &track_all);
}

TEST(no_weak_reference_to_or_in_the_garbage_is_left)
{
    begin();
    a = hold(instance_new(&class)), x = hold(instance_new(&class));
    h = hold(weakref_new(a, NULL, NULL));
    b = hold(weakref_new(x, wave, NULL));
    let_go(a), let_go(b);

    EXPECT_EQ(collect_weakrefs(), 0);

    EXPECT(weakref_first(a) == NULL && weakref_first(x) == NULL);
    EXPECT(ARE_IN(&aside, a, b) && is_in(&track_all, h));
    take_back(a), take_back(b);
    put_back();
}

static Ring *ring_seen;

static void see_ring(Object *weakref, Object *with)
{
    (void)with;
    ring_seen = is_in(&track_all, weakref) ? &track_all : NULL;
}

TEST(a_weak_reference_that_has_said_its_farewell_stays_tracked)
{
    begin();
    a = hold(instance_new(&class));
    h = hold(weakref_new(a, see_ring, NULL));
    x = hold(list_new());
    let_go(a);

    EXPECT_EQ(collect_weakrefs(), 0);

    EXPECT(ARE_IN(&track_all, x, h) && is_done(h));
    EXPECT(ring_seen == NULL && ref_count(h) == 1);
    take_back(a);
    put_back();
}

TEST(a_step_with_nothing_to_do_does_nothing)
{
    begin();
    Ring none_left;
    ring_init(&none_left);

    cycle_judge(&track_all, &aside);
    cycle_clear_weakrefs(&aside, &none_left);
    EXPECT_EQ(cycle_say_farewells(&none_left, &track_all), 0);
    EXPECT(!cycle_has_finalizer(&aside));
    cycle_finalize(&aside);
    cycle_untrack(&aside);
    cycle_delete(&aside, &none_left);
    EXPECT(ring_is_empty(&aside) && ring_is_empty(&none_left));
}

TEST(finalizers_leave_the_garbage_as_it_was)
{
    begin();
    make_world();
    cycle_judge(&track_all, &aside);

    cycle_finalize(&aside);

    EXPECT(ARE_IN(&aside, a, b) && list_get(a, 0) == b);
    EXPECT(a->count == 1 && b->count == 1);
    end_world();
}

TEST(what_is_alive_after_its_clear_is_tracked_again)
{
    begin();
    a = hold(list_new());
    did(list_append(a, a));
    Ring dead;
    ring_init(&dead);
    ring_join(&dead, &track_all);

    cycle_delete(&dead, &track_all);

    EXPECT(list_length(a) == 0 && a->count == 1);
    EXPECT(ring_is_empty(&dead) && ARE_IN(&track_all, a));
    EXPECT(is_done(a));
}
