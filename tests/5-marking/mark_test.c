// mark_test.c: what chapter 5 claims of the textbook's collector.
//
// What a test holds is held by C, which is no root: only `names` is.
#include "check.h"
#include "given.h"

#include "gc/mark.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

static Class class;
static int ncalled;
static Ring found;

static void call(Object *self)
{
    ncalled += self->type == &class.type;
}

static void begin(void)
{
    class = class_new("class", NULL);
    class.type.finalize = call;
    ncalled = 0;
    ring_init(&found);
}

// How many there are that no root leads to. They stay where they are.
static size_t count_found(void)
{
    ring_init(&found);
    mark_find(scope_visit_all, &found);
    size_t n = ring_length(&found);
    ring_join(&track_all, &found);
    return n;
}

static bool is_found(Object *self)
{
    ring_init(&found);
    mark_find(scope_visit_all, &found);
    bool answer = false;
    for (Ring *at = found.next; at != &found; at = at->next)
        answer |= track_object(at) == self;
    ring_join(&track_all, &found);
    return answer;
}

static size_t sweep(void)
{
    ring_init(&found);
    mark_find(scope_visit_all, &found);
    return mark_sweep(&found);
}

// Two lists that hold each other, bound as "a" and "b".
static void bind_cycle(void)
{
    did(give("a", list_new()));
    did(give("b", list_new()));
    did(list_append(named("a"), named("b")));
    did(list_append(named("b"), named("a")));
}

static void forget_cycle(void)
{
    scope_unbind(names, "a");
    scope_unbind(names, "b");
}

TEST(what_a_name_leads_to_is_not_found)
{
    begin();
    bind_cycle();
    EXPECT_EQ(count_found(), 0);

    scope_unbind(names, "a");
    EXPECT_EQ(count_found(), 0);

    scope_unbind(names, "b");
    EXPECT_EQ(count_found(), 2);
}

TEST(roots_are_all_living_scopes)
{
    begin();
    bind_cycle();
    Scope *inner = scope_new("inner");
    did(inner != NULL);
    bool is_bound = scope_bind(inner, "x", named("a"));
    forget_cycle();
    EXPECT_EQ(count_found(), is_bound ? 0 : 2);
    scope_free(inner);
    EXPECT_EQ(count_found(), 2);
}

static void no_roots(Visit visit, void *context)
{
    (void)visit, (void)context;
}

TEST(without_roots_all_is_found)
{
    begin();
    bind_cycle();
    hold(set_new());

    mark_find(no_roots, &found);

    EXPECT(ring_length(&found) == 3 && ring_is_empty(&track_all));
    ring_join(&track_all, &found);
}

TEST(the_way_from_a_root_goes_through_every_container)
{
    begin();
    did(give("a", dict_new()));
    Object *one = hold(instance_new(&class)), *list = hold(list_new());
    Object *set = hold(set_new()), *tuple = hold(tuple_new(1, &set));
    Object *weakref = hold(weakref_new(one, NULL, NULL));
    did(dict_set(named("a"), one, none()));
    did(instance_set(one, "list", list));
    did(list_append(list, tuple));
    did(set_add(set, weakref));
    EXPECT_EQ(count_found(), 0);
}

TEST(a_weak_reference_leads_nowhere)
{
    begin();
    Object *one = hold(instance_new(&class));
    did(give("x", weakref_new(one, NULL, NULL)));

    EXPECT(is_found(one) && !is_found(named("x")));
}

static void wave(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
}

TEST(what_a_farewell_will_be_given_is_reached)
{
    begin();
    Object *one = hold(instance_new(&class)), *list = hold(list_new());
    did(give("x", weakref_new(one, wave, list)));

    EXPECT(is_found(one) && !is_found(list));
}

TEST(what_only_c_holds_is_found_though_it_is_in_use)
{
    begin();
    Object *list = hold(list_new());

    EXPECT(is_found(list));

    EXPECT_EQ(ref_count(list), 1);
}

TEST(what_only_c_holds_is_swept)
{
    begin();
    size_t live = mem_live_bytes();
    Object *list = list_new();
    did(list != NULL);

    EXPECT_EQ(sweep(), 1);

    EXPECT_EQ(mem_live_bytes(), live); // and `list` points to nothing
}

TEST(to_find_changes_no_count_and_no_note)
{
    begin();
    bind_cycle();
    Object *a = named("a");
    forget_cycle();

    EXPECT_EQ(count_found(), 2);

    EXPECT_EQ(ref_count(a), 1);
    EXPECT_EQ(track_head(a)->refs, 0);
    EXPECT_EQ(count_found(), 2);
}

TEST(who_is_tracked_again_has_no_note)
{
    begin();
    Object *list = hold(list_new());
    track_remove(list);
    track_head(list)->refs = 7;

    track_add(list);

    EXPECT_EQ(track_head(list)->refs, 0);
}

TEST(what_is_found_keeps_its_order)
{
    begin();
    Object *a = hold(list_new());
    did(give("x", list_new()));
    Object *b = hold(list_new());

    mark_find(scope_visit_all, &found);

    EXPECT_EQ(track_object(found.next), a);
    EXPECT_EQ(track_object(found.prev), b);
    ring_join(&track_all, &found);
}

TEST(what_was_there_is_still_found_or_tracked_but_not_both)
{
    begin();
    bind_cycle();
    hold(list_new());

    mark_find(scope_visit_all, &found);

    EXPECT_EQ(ring_length(&track_all), 2);
    EXPECT_EQ(ring_length(&found), 1);
    ring_join(&track_all, &found);
}

TEST(a_cycle_is_swept)
{
    begin();
    size_t live = mem_live_bytes();
    bind_cycle();
    size_t bindings = 2 * sizeof(Binding);
    forget_cycle();

    EXPECT_EQ(sweep(), 2);

    EXPECT_EQ(mem_live_bytes() - live, bindings);
}

TEST(where_all_is_reached_nothing_is_swept)
{
    begin();
    bind_cycle();

    EXPECT_EQ(sweep(), 0);

    EXPECT_EQ(list_get(named("a"), 0), named("b"));
}

TEST(what_is_swept_gives_up_what_it_holds)
{
    begin();
    Object *number = hold(int_new(1000));
    bind_cycle();
    did(give("kept", list_new()));
    did(list_append(named("a"), named("kept")));
    did(list_append(named("b"), number));
    forget_cycle();
    EXPECT_EQ(sweep(), 2);
    EXPECT_EQ(ref_count(named("kept")), 1);
    EXPECT_EQ(ref_count(number), 1);
}

TEST(what_is_swept_gives_up_the_only_one_that_it_holds)
{
    begin();
    Object *number = hold(int_new(1000));
    Object *list = list_new();
    bool done = list != NULL && list_append(list, number);
    if (list != NULL && !done)
        decref(list);
    did(done);

    EXPECT_EQ(sweep(), 1); // `list` is only C's

    EXPECT_EQ(ref_count(number), 1);
}

TEST(what_hangs_on_a_cycle_is_swept_with_it)
{
    begin();
    bind_cycle();
    did(give("tail", list_new()));
    did(list_append(named("a"), named("tail")));
    did(list_append(named("b"), named("tail")));
    scope_unbind(names, "tail");
    forget_cycle();
    EXPECT_EQ(sweep(), 3);
    EXPECT_EQ(count_found(), 0);
}

TEST(every_kind_of_container_can_be_swept)
{
    begin();
    bind_cycle();
    Object *b = named("b");
    did(give("c", tuple_new(1, &b)));
    did(give("d", instance_new(&class)));
    did(give("e", dict_new()));
    did(instance_set(named("d"), "c", named("c")));
    did(dict_set(named("e"), named("d"), named("a")));
    did(list_append(named("a"), named("e")));
    for (; names->length > 0;)
        scope_unbind(names, names->bindings[0].name);
    EXPECT_EQ(sweep(), 5);
}

TEST(a_weak_reference_to_what_is_swept_is_dead)
{
    begin();
    did(give("x", instance_new(&class)));
    did(give("w", weakref_new(named("x"), NULL, NULL)));
    did(instance_set(named("x"), "x", named("x")));
    scope_unbind(names, "x");

    EXPECT_EQ(sweep(), 1);

    Object *target = weakref_get(named("w"));
    EXPECT_EQ(target, NULL);
}

TEST(a_weak_reference_that_is_swept_has_left_its_target)
{
    begin();
    did(give("x", instance_new(&class)));
    did(give("w", list_new()));
    Object *weakref = weakref_new(named("x"), wave, NULL);
    bool done = weakref != NULL && list_append(named("w"), weakref);
    ref_clear(&weakref);
    did(done && list_append(named("w"), named("w")));
    scope_unbind(names, "w");

    EXPECT_EQ(sweep(), 2);
    scope_unbind(names, "x");
    EXPECT_EQ(ncalled, 1); // and nobody else
}

TEST(no_finalizer_of_what_is_swept_is_called)
{
    begin();
    did(give("x", instance_new(&class)));
    did(instance_set(named("x"), "x", named("x")));
    scope_unbind(names, "x");

    EXPECT_EQ(sweep(), 1);

    EXPECT_EQ(ncalled, 0);
}

// A hundred thousand lists, each in the next, and the first in itself.
static void bind_chain(void)
{
    give("x", list_new());
    for (int i = 0; i < 100000; i++) {
        Object *outer = list_new();
        list_append(outer, named("x"));
        give("x", outer);
    }
    list_append(named("x"), named("x"));
}

TEST_BIG(neither_to_find_nor_to_sweep_is_a_matter_of_depth)
{
    begin();
    mem_fail_after(SIZE_MAX);
    size_t live = mem_live_bytes();
    bind_chain();
    EXPECT_EQ(count_found(), 0);

    scope_unbind(names, "x");

    EXPECT_EQ(sweep(), 100001);
    EXPECT_EQ(mem_live_bytes() - live, sizeof(Binding));
}
