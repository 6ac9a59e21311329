// hostile_test.c: what chapter 5 claims of those who are called by a
// collection, and do whatever they like.
//
// What is said and returned was run on CPython 3.11 first.
#include "named.h"

#include "types/dict.h"
#include "types/int.h"

static Object *refs[2]; // weak references that deeds have made
static size_t nested;   // what a collection within a collection said

static void begin(void)
{
    begin_named();
    refs[0] = refs[1] = NULL;
    nested = 9;
}

// A ring of two, and one deed for each.
static void begin_pair(void (*deed)(Object *), void (*other)(Object *))
{
    begin();
    make("ab"), tie("aba");
    teach("a", deed), teach("b", other);
}

// What is returned without those names.
static size_t without(const char *all)
{
    forget(all);
    return gc_collect();
}

static void set(Object *self, const char *name, STEALS Object *made)
{
    instance_set(self, name, made);
    decref(made);
}

static void hold_self(Object *self, const char *name)
{
    instance_set(self, name, self);
}

// They collect

static void collect(Object *self)
{
    (void)self;
    nested = gc_collect();
    say(nested == 0 ? "0" : nested == 2 ? "2" : "?");
}

TEST(a_collection_within_a_finalizer_returns_0)
{
    begin_pair(collect, collect);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("a0b0"));
}

TEST(a_collection_can_be_called_again_after_one_within_another)
{
    begin_pair(collect, NULL);
    without("ab");
    make("cd"), tie("cdc");

    EXPECT_EQ(without("cd"), 2);
}

TEST(one_that_ends_by_counting_may_collect_what_it_hangs_on)
{
    begin();
    make("abc"), tie("ab"), tie("bcb");
    teach("a", collect);
    forget("bc");

    forget("a");

    EXPECT(was_said("a0"));
    EXPECT(gc_collect() == 2 && was_said("bc"));
}

TEST(one_that_ends_by_counting_may_collect_other_garbage)
{
    begin();
    make("abc"), tie("bcb");
    teach("a", collect);
    forget("bc");

    forget("a");

    EXPECT(was_said("abc2"));
}

static void collect_farewell(Object *weakref, Object *with)
{
    say_text(weakref, with);
    collect(weakref);
}

TEST(a_farewell_of_one_that_ends_by_counting_may_collect)
{
    begin();
    make("abc"), tie("ab"), tie("bcb");
    Object *text = hold(str_new("1"));
    hold(weakref_new(named("a"), collect_farewell, text));
    forget("bc");

    forget("a");

    EXPECT(was_said("a10"));
    EXPECT(gc_collect() == 2 && was_said("bc"));
}

static void save(Object *self)
{
    scope_bind(names, "saved", self);
}

static void save_and_collect(Object *self)
{
    save(self);
    collect(self);
}

TEST(one_that_is_saved_from_counting_may_collect)
{
    begin();
    make("ab"), tie("abb");
    teach("a", save_and_collect);
    forget("b");

    forget("a");

    EXPECT(was_said("a0") && track_has(named("saved")));
    EXPECT(instance_get(named("saved"), "b") != NULL);
}

// They allocate

static void make_cycle(Object *self)
{
    (void)self;
    Object *list = list_new();
    append(list, list);
    append(place, list_new());
}

TEST(a_cycle_that_a_finalizer_makes_waits_for_the_next_collection)
{
    begin_pair(make_cycle, make_cycle);
    place = hold(list_new());
    EXPECT_EQ(without("ab"), 2);

    EXPECT_EQ(gc_collect(), 2);
    EXPECT(track_has(list_get(place, 1)));
}

static void make_cycle_and_collect(Object *self)
{
    make_cycle(self);
    collect(self);
}

TEST(a_collection_within_a_finalizer_leaves_even_new_garbage)
{
    begin_pair(make_cycle_and_collect, NULL);
    place = hold(list_new());

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("a0b"));
    EXPECT_EQ(gc_collect(), 1);
}

static void fail(Object *self)
{
    (void)self;
    say(error_occurred() == NULL ? "+" : "-");
    error_set(&index_error, "in a finalizer");
}

TEST(the_error_of_a_finalizer_goes_no_further)
{
    begin_pair(fail, fail);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("a+b+") && error_occurred() == NULL);
}

TEST(a_finalizer_finds_no_error_of_the_caller_and_leaves_it)
{
    begin_pair(fail, fail);
    error_set(&type_error, "before");

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("a+b+") && error_occurred() == &type_error);
    error_clear();
}

static void want_memory(Object *self)
{
    (void)self;
    say(list_new() == NULL ? "-" : "+");
}

TEST(a_finalizer_may_find_no_memory)
{
    begin_pair(want_memory, want_memory);
    forget("ab");
    mem_fail_after(0);

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("a-b-") && error_occurred() == NULL);
    mem_fail_after(SIZE_MAX);
}

// They take each other apart

static void clear_items(Object *self)
{
    list_clear(instance_get(instance_get(self, "b"), "items"));
}

TEST(a_finalizer_can_clear_its_neighbour_s_list)
{
    begin();
    make("abcd"), tie("aba"), tie("cb");
    set(named("b"), "items", list_new());
    Object *items = instance_get(named("b"), "items");
    list_append(items, named("c")), list_append(items, named("d"));
    teach("a", clear_items);
    EXPECT_EQ(without("abcd"), 3);
    EXPECT(was_said("adcb"));
}

static void clear_next(Object *self)
{
    Object *next = instance_get(self, "b");
    next->type->clear(next);
}

TEST(a_finalizer_can_clear_its_neighbour_s_attributes)
{
    begin_pair(clear_next, NULL);

    EXPECT_EQ(without("ab"), 0);

    EXPECT(was_said("ab") && gc_collect() == 0);
}

static void clear_table(Object *self)
{
    dict_clear(instance_get(self, "table"));
}

TEST(a_finalizer_can_clear_the_dict_that_holds_it)
{
    begin();
    make("abc");
    Object *table = give("table", dict_new());
    set(named("a"), "table", ref_new(table));
    dict_set(table, hold(int_new(1)), named("b"));
    dict_set(table, hold(int_new(2)), named("c"));
    dict_set(table, hold(int_new(3)), named("a"));
    teach("a", clear_table);
    forget("abc"), scope_unbind(names, "table");
    EXPECT_EQ(gc_collect(), 0);
    EXPECT(was_said("abc"));
}

// A list of a, b, c and d that one of them holds.
static void begin_list(const char *holder)
{
    begin();
    make("abcd");
    set(named(holder), "all", list_new());
    Object *all = instance_get(named(holder), "all");
    for (size_t i = 0; i < 4; i++)
        list_append(all, named(letters[i]));
}

static void clear_all(Object *self)
{
    list_clear(instance_get(self, "all"));
}

TEST(a_finalizer_can_end_those_before_it_and_those_behind)
{
    begin_list("b");
    tie("bb"), tie("ab");
    teach("b", clear_all);

    EXPECT_EQ(without("abcd"), 2);

    EXPECT(was_said("abdc"));
}

TEST(a_finalizer_can_end_all_that_was_to_come)
{
    begin_list("a");
    list_append(instance_get(named("a"), "all"),
                instance_get(named("a"), "all"));
    teach("a", clear_all);

    EXPECT_EQ(without("abcd"), 0);

    EXPECT(was_said("adcb") && gc_collect() == 0);
}

static void cut(Object *self)
{
    instance_delete(self, "b");
}

static void save_c(Object *self)
{
    scope_bind(names, "saved", instance_get(self, "c"));
}

TEST(one_that_is_cut_loose_can_save_another)
{
    begin();
    make("abc"), tie("aa"), tie("abca");
    teach("a", cut), teach("b", save_c);

    EXPECT_EQ(without("abc"), 0);

    EXPECT(was_said("abc"));
    Object *a = instance_get(named("saved"), "a");
    EXPECT(a != NULL && instance_get(a, "a") == a);
}

TEST(one_that_is_cut_loose_can_save_itself)
{
    begin();
    make("ab"), tie("aa"), tie("ab");
    teach("a", cut), teach("b", save);

    EXPECT_EQ(without("ab"), 1);

    EXPECT(was_said("ab") && ref_count(named("saved")) == 1);
    EXPECT(track_has(named("saved")));
}

static void replace_next(Object *self)
{
    set(self, "b", instance_new(&classes[number("h")]));
}

TEST(a_finalizer_can_put_another_in_its_neighbour_s_place)
{
    begin_pair(replace_next, NULL);

    EXPECT_EQ(without("ab"), 0);

    EXPECT(was_said("abh") && gc_collect() == 0);
}

static void drop_deep(Object *self)
{
    instance_delete(self, "deep");
}

static void hang_deep(const char *letter)
{
    make("h");
    for (int i = 0; i < 1000; i++) {
        Object *outer = list_new();
        list_append(outer, named("h"));
        give("h", outer);
    }
    set(named(letter), "deep", ref_new(named("h")));
    scope_unbind(names, "h");
}

TEST(a_finalizer_can_end_garbage_that_is_deep)
{
    begin_pair(drop_deep, NULL);
    hang_deep("a");

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("ahb"));
}

static void drop_deep_and_collect(Object *self)
{
    drop_deep(self);
    collect(self);
}

TEST(and_may_collect_while_it_does_so)
{
    begin_pair(drop_deep_and_collect, NULL);
    teach("h", collect);
    hang_deep("a");

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("ah00b"));
}

TEST(a_deep_garbage_is_finalized_where_it_ends)
{
    begin_pair(NULL, NULL);
    teach("h", collect);
    hang_deep("a");

    EXPECT_EQ(without("ab"), 1003);

    EXPECT(was_said("abh0"));
}

// They save each other

static void save_next(Object *self)
{
    list_append(place, instance_get(self, "b"));
    list_append(place, self);
}

static void save_and_forget(Object *self)
{
    list_append(place, self);
    list_clear(place);
}

TEST(what_all_have_saved_and_the_last_forgets_ends)
{
    begin_pair(save_next, save_and_forget);
    place = hold(list_new());

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("ab"));
}

TEST(all_can_be_saved_in_a_list)
{
    begin_pair(save_next, NULL);
    place = hold(list_new());
    EXPECT_EQ(without("ab"), 0);

    list_clear(place);

    EXPECT(gc_collect() == 2 && was_said("ab"));
}

static void save_in_dict(Object *self)
{
    Object *key = int_new(1000);
    dict_set(place, key, self);
    decref(key);
}

TEST(one_can_be_saved_in_a_dict_that_was_not_tracked)
{
    begin_pair(save_in_dict, NULL);
    place = hold(dict_new());
    EXPECT_EQ(without("ab"), 0);
    EXPECT(track_has(place));

    dict_clear(place);

    EXPECT(gc_collect() == 2 && was_said("ab"));
    EXPECT(!track_has(place));
}

static void save_in_attribute(Object *self)
{
    instance_set(place, "saved", instance_get(self, "b"));
}

TEST(one_can_be_saved_in_an_attribute_of_another)
{
    begin_pair(save_in_attribute, NULL);
    make("c");
    place = named("c");
    EXPECT_EQ(without("ab"), 0);

    instance_delete(place, "saved");

    EXPECT(gc_collect() == 2 && was_said("ab"));
}

static void make_new_ring(Object *self)
{
    Object *list = list_new();
    list_append(list, self);
    append(list, list);
}

TEST(a_new_ring_that_holds_the_garbage_keeps_it_once)
{
    begin_pair(make_new_ring, NULL);

    EXPECT_EQ(without("ab"), 0);
    EXPECT(was_said("ab"));

    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said(""));
}

static void save_twice(Object *self)
{
    make_new_ring(self);
    save(self);
}

TEST(what_is_saved_twice_comes_back_once)
{
    begin_pair(save_twice, save);
    EXPECT_EQ(without("ab"), 0);
    EXPECT_EQ(gc_collect(), 1);

    scope_unbind(names, "saved");

    EXPECT(gc_collect() == 2 && was_said("ab"));
}

// They drop what is outside

static void drop_outside(Object *self)
{
    (void)self;
    list_clear(place);
}

TEST(a_finalizer_can_drop_the_last_reference_to_what_lives)
{
    begin_pair(drop_outside, NULL);
    place = hold(list_new());
    make("cd");
    list_append(place, named("c")), list_append(place, named("d"));
    forget("cd");

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("adcb"));
}

TEST(a_cycle_that_was_alive_until_then_waits)
{
    begin_pair(drop_outside, NULL);
    place = hold(list_new());
    make("cd"), tie("cdc");
    list_append(place, named("c"));
    forget("cd");

    EXPECT_EQ(without("ab"), 2);
    EXPECT(was_said("ab"));
    EXPECT(gc_collect() == 2 && was_said("cd"));
}

static void unbind_rest(Object *self)
{
    (void)self;
    forget("cd");
}

TEST(a_finalizer_can_unbind_all_names_that_are_left)
{
    begin_pair(unbind_rest, unbind_rest);
    make("cd"), tie("cd");

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("acdb") && names->length == 0);
}

// They make weak references

static void say_end(Object *weakref, Object *with)
{
    (void)with;
    say(is_dead(weakref) && is_dead(refs[0]) ? "!" : "?");
}

static void watch_next(Object *self)
{
    Object *next = instance_get(self, "b");
    refs[0] = weakref_new(next, NULL, NULL);
    refs[1] = weakref_new(next, say_end, NULL);
}

static void drop_refs(void)
{
    ref_clear(&refs[0]);
    ref_clear(&refs[1]);
}

TEST(a_weak_reference_that_a_finalizer_makes_sees_the_end)
{
    begin_pair(watch_next, NULL);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("ab!") && is_dead(refs[0]) && is_dead(refs[1]));
    drop_refs();
}

static void say_end_and_collect(Object *weakref, Object *with)
{
    (void)with;
    collect(weakref);
}

static void watch_and_collect(Object *self)
{
    refs[0] =
        weakref_new(instance_get(self, "b"), say_end_and_collect, NULL);
}

TEST(its_farewell_may_collect)
{
    begin_pair(watch_and_collect, NULL);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("ab0"));
    drop_refs();
}

static void keep_first(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
    Object *first = weakref_get(refs[0]);
    scope_bind(names, "saved", first);
    ref_clear(&first);
}

static void watch_both(Object *self)
{
    refs[0] = weakref_new(self, NULL, NULL);
    refs[1] = weakref_new(instance_get(self, "b"), keep_first, NULL);
}

TEST(its_farewell_can_keep_what_is_torn_already)
{
    begin_pair(watch_both, NULL);

    EXPECT_EQ(without("ab"), 2);

    Object *torn = named("saved");
    EXPECT(instance_get(torn, "b") == NULL && ref_count(torn) == 1);
    EXPECT(track_has(torn) && track_head(torn)->refs == 0);
    EXPECT(!is_dead(refs[0]));
    drop_refs();
}

TEST(what_was_torn_can_be_in_a_cycle_again)
{
    begin_pair(watch_both, NULL);
    without("ab");
    drop_refs();
    EXPECT(was_said("ab"));

    hold_self(named("saved"), "self");
    scope_unbind(names, "saved");

    EXPECT(gc_collect() == 1 && was_said(""));
}

static void put_ref_into_garbage(Object *self)
{
    Object *next = instance_get(self, "b");
    set(self, "ref", weakref_new(next, say_end, NULL));
    refs[0] = weakref_new(next, NULL, NULL);
}

TEST(a_new_weak_reference_in_the_garbage_says_its_farewell)
{
    begin_pair(put_ref_into_garbage, NULL);

    EXPECT_EQ(without("ab"), 2); // `b` goes before the reference does

    EXPECT(was_said("ab!"));
    drop_refs();
}

static void put_ref_before(Object *self)
{
    Object *next = ref_new(instance_get(self, "b"));
    put_ref_into_garbage(self);
    cut(self);
    set(self, "b", next);
}

TEST(unless_it_goes_before_its_target_does)
{
    begin_pair(put_ref_before, NULL);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("ab"));
    drop_refs();
}

static void save_and_watch(Object *self)
{
    save(self);
    put_ref_into_garbage(self);
}

TEST(a_new_weak_reference_to_what_comes_back_is_alive)
{
    begin_pair(save_and_watch, NULL);
    Object *before = hold(weakref_new(named("b"), NULL, NULL));

    EXPECT_EQ(without("ab"), 0);
    EXPECT(!is_dead(refs[0]) && is_dead(before));

    scope_unbind(names, "saved");
    EXPECT(gc_collect() == 3 && was_said("ab"));
    EXPECT(is_dead(refs[0]));
    drop_refs();
}

// They are called while the garbage is taken apart

static void leave_late(Object *self)
{
    set(self, "late", instance_new(&classes[number("h")]));
    refs[self->type == &classes[1].type] =
        weakref_new(self, NULL, NULL);
}

TEST(those_that_finalizers_have_left_may_collect_as_they_end)
{
    begin_pair(leave_late, leave_late);
    teach("h", collect);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("abh0h0"));
    drop_refs();
}

static void look_home(Object *self)
{
    (void)self;
    Object *home = weakref_get(refs[0]);
    if (home == NULL) {
        say("-");
        return;
    }
    say(instance_get(home, "b") == NULL ? "+" : "?");
    set(home, "again", instance_new(&classes[number("g")]));
    decref(home);
}

TEST(what_they_put_into_one_that_is_torn_ends_with_it)
{
    begin_pair(leave_late, NULL);
    teach("h", look_home);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("abh+g"));
    drop_refs();
}

static void put_back(Object *self)
{
    (void)self;
    Object *home = weakref_get(refs[0]);
    if (home != NULL)
        hold_self(home, "self");
    ref_clear(&home);
}

// CPython 3.11 clears an instance's attributes where they stand, and so
// comes to this one as well; with a list in its place it waits, too.
TEST(one_that_is_put_into_itself_again_waits)
{
    begin_pair(leave_late, NULL);
    teach("h", put_back);

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("abh") && !is_dead(refs[0]));
    EXPECT(gc_collect() == 1 && was_said(""));
    drop_refs();
}

static void tie_itself(Object *self)
{
    hold_self(self, "self");
}

TEST(one_that_ties_itself_as_it_ends_waits)
{
    begin_pair(leave_late, NULL);
    teach("h", tie_itself);

    EXPECT_EQ(without("ab"), 2);
    EXPECT(was_said("abh"));

    EXPECT(gc_collect() == 1 && was_said(""));
    drop_refs();
}

static void save_home(Object *self)
{
    (void)self;
    Object *home = weakref_get(refs[0]);
    if (home != NULL)
        scope_bind(names, "saved", home);
    ref_clear(&home);
}

static void watch_b_and_leave(Object *self)
{
    refs[0] = weakref_new(instance_get(self, "b"), NULL, NULL);
    set(self, "late", instance_new(&classes[number("h")]));
}

TEST(one_that_is_still_to_be_torn_can_be_saved_and_is_torn)
{
    begin_pair(watch_b_and_leave, NULL);
    teach("h", save_home);
    tie("bb");

    EXPECT_EQ(without("ab"), 2);

    EXPECT(was_said("abh"));
    EXPECT(ref_count(named("saved")) == 1);
    EXPECT(instance_get(named("saved"), "b") == NULL);
    drop_refs();
}

static void let_go_of_place(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
    list_clear(place);
}

TEST(a_farewell_may_end_one_that_collects)
{
    begin();
    make("ah"), tie("aa");
    teach("h", collect);
    place = hold(list_new());
    list_append(place, named("h"));
    hold(weakref_new(named("a"), let_go_of_place, NULL));

    EXPECT_EQ(without("ah"), 1);
    EXPECT(was_said("h0a"));
}
