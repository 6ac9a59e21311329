// farewell_test.c: what chapter 5 claims of weak references to garbage,
// and in it.
//
// What is said was run on CPython 3.11 first.
#include "named.h"

#include "types/set.h"

static void begin(void)
{
    begin_named();
}

// Let "all" be a list, for the references that a test lets go.
static Object *begin_all(void)
{
    begin();
    return give("all", list_new());
}

TEST(farewells_are_said_before_the_finalizers_are_called)
{
    begin();
    make("ab"), tie("aba");
    hold(watch("a", "1")), hold(watch("b", "2"));
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("12ab"));
}

TEST(where_counting_ends_an_object_it_is_the_other_way_round)
{
    begin();
    make("a");
    hold(watch("a", "1"));

    forget("a");

    EXPECT(was_said("a1"));
}

TEST(a_weak_reference_without_a_farewell_is_cleared_as_well)
{
    begin();
    make("a"), tie("aa");
    Object *weakref = hold(weakref_new(named("a"), NULL, NULL));
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(is_dead(weakref) && ref_count(weakref) == 1);
}

TEST(farewells_go_by_the_age_of_their_objects)
{
    begin();
    make("abc"), tie("cbac");
    hold(watch("c", "3")), hold(watch("a", "1"));
    hold(watch("b", "2"));
    forget("abc");

    EXPECT_EQ(gc_collect(), 3);

    EXPECT(was_said("123abc"));
}

TEST(of_one_object_the_newest_farewell_comes_first)
{
    begin();
    make("ab"), tie("aba");
    hold(watch("b", "4")), hold(watch("a", "1"));
    hold(watch("a", "2")), hold(watch("b", "5"));
    hold(weakref_new(named("a"), NULL, NULL));
    hold(watch("a", "3"));
    forget("ab");
    EXPECT_EQ(gc_collect(), 2);
    EXPECT(was_said("32154ab"));
}

static Object *refs[4];
static bool all_dead;

static void look_at_refs(Object *weakref, Object *with)
{
    say_text(weakref, with);
    for (int i = 0; i < 4; i++)
        all_dead &= is_dead(refs[i]);
}

static Object *watch_all(const char *letter, const char *text)
{
    Object *with = hold(str_new(text));
    return hold(weakref_new(named(letter), look_at_refs, with));
}

TEST(a_farewell_finds_all_references_to_all_garbage_dead)
{
    begin();
    make("abc"), tie("abca");
    refs[0] = watch_all("a", "1"), refs[1] = watch_all("b", "2");
    refs[2] = watch_all("c", "3");
    refs[3] = hold(weakref_new(named("b"), NULL, NULL));
    all_dead = true;
    forget("abc");
    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said("123abc") && all_dead);
}

static Object *seen;

static void look(Object *weakref, Object *with)
{
    say_text(weakref, with);
    seen = weakref;
}

TEST(a_farewell_is_given_its_own_reference)
{
    begin();
    make("a"), tie("aa");
    Object *with = hold(str_new("1"));
    Object *weakref = hold(weakref_new(named("a"), look, with));
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("1a") && seen == weakref);
}

TEST(a_farewell_is_said_once)
{
    begin();
    make("a"), tie("aa");
    hold(watch("a", "1"));
    forget("a");
    gc_collect();
    EXPECT(was_said("1a"));

    EXPECT_EQ(gc_collect(), 0);
    EXPECT(was_said(""));
}

// What becomes of a reference

TEST(a_reference_in_the_garbage_says_nothing)
{
    begin();
    make("ab"), tie("aba");
    Object *weakref = watch("b", "1");
    instance_set(named("a"), "ref", weakref);
    decref(weakref);
    forget("ab");

    EXPECT_EQ(gc_collect(), 3);

    EXPECT(was_said("ab"));
}

TEST(a_reference_that_hangs_on_the_garbage_says_nothing)
{
    begin();
    make("a"), tie("aa");
    Object *list = list_new();
    append(list, watch("a", "1"));
    instance_set(named("a"), "list", list);
    decref(list);
    forget("a");
    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said("a"));
}

TEST(a_reference_that_the_garbage_and_another_holds_says_it)
{
    begin();
    make("a"), tie("aa");
    Object *weakref = hold(watch("a", "1"));
    instance_set(named("a"), "ref", weakref);
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("1a") && ref_count(weakref) == 1);
}

TEST(a_reference_in_the_garbage_to_what_lives_says_nothing)
{
    begin();
    make("ab"), tie("aa");
    Object *weakref = watch("b", "1");
    instance_set(named("a"), "ref", weakref);
    decref(weakref);
    forget("a");
    EXPECT_EQ(gc_collect(), 2);
    EXPECT(weakref_first(named("b")) == NULL);
    forget("b");
    EXPECT(was_said("ab"));
}

TEST(a_reference_that_died_before_says_nothing)
{
    begin();
    make("a"), tie("aa");
    decref(watch("a", "1"));
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("a"));
}

TEST(a_reference_that_leads_into_the_garbage_and_keeps_it_is_garbage)
{
    begin();
    make("a");
    Object *weakref = weakref_new(named("a"), look, named("a"));
    instance_set(named("a"), "ref", weakref);
    decref(weakref);
    forget("a");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("a"));
}

TEST(a_reference_keeps_what_its_farewell_was_given)
{
    begin();
    make("a"), tie("aa");
    Object *with = hold(str_new("1"));
    hold(weakref_new(named("a"), say_text, with));
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT_EQ(ref_count(with), 2); // as CPython's __callback__ stays
}

// What farewells do

static void drop_all(Object *weakref, Object *with)
{
    say_text(weakref, with);
    list_clear(named("all"));
}

static void add_ref(const char *letter, Farewell farewell,
                    const char *text)
{
    Object *with = str_new(text);
    append(named("all"), weakref_new(named(letter), farewell, with));
    decref(with);
}

TEST(a_reference_that_its_farewell_drops_is_counted)
{
    begin_all();
    make("a"), tie("aa");
    add_ref("a", drop_all, "1");
    forget("a");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("1a"));
}

TEST(references_that_another_s_farewell_drops_still_say_theirs)
{
    begin_all();
    make("a"), tie("aa");
    add_ref("a", drop_all, "1"), add_ref("a", drop_all, "2");
    add_ref("a", drop_all, "3");
    forget("a");

    EXPECT_EQ(gc_collect(), 4);

    EXPECT(was_said("321a"));
}

static void pop_one(Object *weakref, Object *with)
{
    say_text(weakref, with);
    Object *popped = list_pop(named("all"));
    ref_clear(&popped);
}

TEST(farewells_can_drop_each_other_s_references)
{
    begin_all();
    make("ab"), tie("aba");
    add_ref("a", pop_one, "1"), add_ref("b", pop_one, "2");
    add_ref("b", pop_one, "3");
    forget("ab");

    EXPECT_EQ(gc_collect(), 4); // "1" goes last, after its turn

    EXPECT(was_said("132ab") && list_length(named("all")) == 0);
}

static void drop_unless_first(Object *weakref, Object *with)
{
    say_text(weakref, with);
    if (weakref == list_get(named("all"), 0))
        list_clear(named("all"));
}

TEST(of_references_that_the_last_farewell_drops_only_that_one_counts)
{
    begin_all();
    make("a"), tie("aa");
    add_ref("a", drop_unless_first, "1");
    add_ref("a", drop_unless_first, "2");
    add_ref("a", drop_unless_first, "3");
    forget("a");
    EXPECT_EQ(gc_collect(), 2);
    EXPECT(was_said("321a"));
}

static void drop_lists(Object *weakref, Object *with)
{
    say_text(weakref, with);
    list_clear(place);
}

TEST(what_else_a_farewell_ends_is_not_counted)
{
    begin_all();
    place = named("all");
    make("a"), tie("aa");
    append(place, list_new()), append(place, list_new());
    Object *with = hold(str_new("1"));
    hold(weakref_new(named("a"), drop_lists, with));
    forget("a");
    EXPECT_EQ(gc_collect(), 1);
    EXPECT(was_said("1a") && list_length(place) == 0);
}

static void save_ref(Object *weakref, Object *with)
{
    list_clear(named("all"));
    say_text(weakref, with);
    list_append(place, weakref);
}

TEST(a_reference_that_is_dropped_but_kept_elsewhere_is_not_counted)
{
    begin_all();
    place = hold(list_new());
    make("a"), tie("aa");
    add_ref("a", save_ref, "1");
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("1a") && is_dead(list_get(place, 0)));
}

static size_t nested;

static void collect(Object *weakref, Object *with)
{
    say_text(weakref, with);
    nested = gc_collect();
}

TEST(a_collection_within_a_farewell_returns_0)
{
    begin_all();
    make("ab"), tie("aa"), tie("bb");
    add_ref("a", collect, "1");
    nested = 9;
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("1ab") && nested == 0);
}

static void make_cycle(Object *weakref, Object *with)
{
    say_text(weakref, with);
    Object *list = list_new();
    append(list, list);
}

TEST(a_cycle_that_a_farewell_makes_waits_for_the_next_collection)
{
    begin_all();
    make("a"), tie("aa");
    add_ref("a", make_cycle, "1");
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("1a"));
    EXPECT_EQ(gc_collect(), 1);
}

static void fail(Object *weakref, Object *with)
{
    say_text(weakref, with);
    say(error_occurred() == NULL ? "+" : "-");
    error_set(&index_error, "in a farewell");
}

TEST(the_error_of_a_farewell_goes_no_further)
{
    begin_all();
    make("ab"), tie("aba");
    add_ref("a", fail, "1"), add_ref("b", fail, "2");
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("1+2+ab") && error_occurred() == NULL);
}

TEST(a_farewell_finds_no_error_of_the_caller_and_leaves_it)
{
    begin_all();
    make("a"), tie("aa");
    add_ref("a", fail, "1");
    forget("a");
    error_set(&type_error, "before");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("1+a") && error_occurred() == &type_error);
    error_clear();
}

static void drop_place(Object *weakref, Object *with)
{
    say_text(weakref, with);
    scope_unbind(names, "c");
}

TEST(what_a_farewell_lets_go_of_is_finalized_at_once)
{
    begin_all();
    make("abc"), tie("aba");
    add_ref("a", drop_place, "1");
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("1cab"));
}

TEST(a_cycle_that_a_farewell_lets_go_of_waits)
{
    begin_all();
    make("abc"), tie("aba"), tie("cc");
    add_ref("a", drop_place, "1");
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("1ab"));
    EXPECT(gc_collect() == 1 && was_said("c"));
}

TEST(a_living_object_keeps_its_farewell)
{
    begin_all();
    make("a"), tie("aa");
    add_ref("a", look, "1");

    EXPECT_EQ(gc_collect(), 0);
    EXPECT(was_said("") && !is_dead(list_get(named("all"), 0)));

    forget("a");
    EXPECT_EQ(gc_collect(), 1);
    EXPECT(was_said("1a"));
}

TEST(a_set_in_the_garbage_has_its_farewell)
{
    begin_all();
    make("a"), tie("aa");
    Object *set = give("b", set_new());
    instance_set(named("a"), "set", set);
    add_ref("b", look, "1");
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("1a"));
}

static void save_self(Object *self)
{
    scope_bind(names, "saved", self);
}

TEST(a_weak_reference_to_what_came_back_stays_dead)
{
    begin();
    make("ab"), tie("aba");
    teach("a", save_self);
    Object *target = named("a");
    Object *weakref = hold(weakref_new(target, NULL, NULL));
    forget("ab");

    EXPECT_EQ(gc_collect(), 0);

    EXPECT(is_dead(weakref) && target == named("saved"));
}

// What a collection does with them

TEST(the_first_weak_reference_is_the_shared_one_or_the_newest)
{
    begin();
    make("a");
    Object *text = hold(str_new("text"));
    EXPECT(weakref_first(named("a")) == NULL);
    EXPECT(weakref_first(text) == NULL);
    hold(watch("a", "1"));
    Object *second = hold(watch("a", "2"));
    EXPECT_EQ(weakref_first(named("a")), second);
    Object *shared = hold(weakref_new(named("a"), NULL, NULL));
    EXPECT_EQ(weakref_first(named("a")), shared);
}

TEST(a_weak_reference_that_was_cut_is_dead_and_says_nothing)
{
    begin();
    make("a");
    Object *with = hold(watch("a", "1"));
    Object *without = hold(weakref_new(named("a"), NULL, NULL));

    EXPECT(weakref_cut(with) && !weakref_cut(without));

    EXPECT(is_dead(with) && is_dead(without));
    forget("a");
    EXPECT(was_said("a"));
}

TEST(a_weak_reference_can_be_cut_twice)
{
    begin();
    make("a");
    Object *old = hold(watch("a", "1")), *new = hold(watch("a", "2"));

    EXPECT(weakref_cut(new) && weakref_cut(new));

    EXPECT(weakref_first(named("a")) == old && !is_dead(old));
}

TEST(a_farewell_can_be_said_when_the_reference_was_cut)
{
    begin();
    make("a");
    Object *weakref = hold(watch("a", "1"));
    weakref_cut(weakref);
    error_set(&type_error, "before");

    weakref_tell(weakref);

    EXPECT(was_said("1") && error_occurred() == &type_error);
    error_clear();
}

static Object *by_pointer;

static void keep_by_pointer(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
    scope_bind(names, "saved", by_pointer);
}

TEST(what_a_farewell_saves_by_a_pointer_of_its_own_stays_whole)
{
    begin();
    Class plain = class_new("plain", NULL);
    by_pointer = instance_new(&plain);
    instance_set(by_pointer, "me", by_pointer);
    hold(weakref_new(by_pointer, keep_by_pointer, NULL));
    decref(by_pointer);

    EXPECT_EQ(gc_collect(), 0);
    EXPECT(instance_get(by_pointer, "me") == by_pointer);

    scope_unbind(names, "saved");
    EXPECT_EQ(gc_collect(), 1);
}
