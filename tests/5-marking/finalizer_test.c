// finalizer_test.c: what chapter 5 claims of the finalizers of garbage.
//
// What is said was run on CPython 3.11 first.
#include "named.h"

#include "types/dict.h"

static void begin(void)
{
    begin_named();
}

TEST(finalizers_are_called_in_the_order_of_birth)
{
    begin();
    make("abcd"), tie("dbacd");
    forget("abcd");

    EXPECT_EQ(gc_collect(), 4);

    EXPECT(was_said("abcd"));
}

TEST(an_earlier_collection_may_have_changed_that_order)
{
    begin();
    make("abc"), tie("abca");
    forget("ab");
    EXPECT_EQ(gc_collect(), 0);

    forget("c");

    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said("cab"));
}

TEST(a_chain_that_was_held_by_its_youngest_is_finalized_from_there)
{
    begin();
    make("abc"), tie("cba");
    forget("ab");
    EXPECT_EQ(gc_collect(), 0);
    tie("cc");
    forget("c");

    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said("cba"));
}

static void count_neighbours(Object *self)
{
    Object *next = instance_get(self, "b");
    if (next == NULL)
        next = instance_get(self, "a");
    say(instance_get(next, "mark") != NULL ? "+" : "-");
}

static void collect_now(Object *self)
{
    (void)self;
    say(gc_collect() == 0 ? "0" : "?");
}

TEST(whoever_collects_on_its_way_out_stands_behind_all_others)
{
    begin();
    make("dce"), tie("de"), tie("dc"), tie("cec");
    teach("d", collect_now);
    forget("ced");
    EXPECT(was_said("d0"));

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("ec"));
}

TEST(a_finalizer_finds_its_neighbours_whole)
{
    begin();
    make("ab"), tie("aba");
    instance_set(named("a"), "mark", named("a"));
    instance_set(named("b"), "mark", named("b"));
    teach("a", count_neighbours), teach("b", count_neighbours);
    forget("ab");
    EXPECT_EQ(gc_collect(), 2);
    EXPECT(was_said("a+b+"));
}

// Hold one who is new, and so will only be finalized as it dies.
static void take_probe(Object *self)
{
    (void)self;
    Object *made = instance_new(&classes[number("h")]);
    instance_set(self, "probe", made);
    decref(made);
}

TEST(nothing_is_taken_apart_before_the_last_was_called)
{
    begin();
    make("abc"), tie("abca");
    teach("a", take_probe), teach("b", take_probe);
    teach("c", take_probe);
    forget("abc");

    EXPECT_EQ(gc_collect(), 3);

    EXPECT(was_said("abchhh"));
}

TEST(what_a_finalizer_left_in_the_garbage_is_not_counted)
{
    begin();
    make("a"), tie("aa");
    teach("a", take_probe);
    forget("a");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("ah") && gc_collect() == 0);
}

TEST(what_hangs_on_a_cycle_is_finalized_with_it)
{
    begin();
    make("abc"), tie("abbc");
    forget("abc");

    EXPECT(was_said("a"));
    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("bc"));
}

TEST(what_has_no_finalizer_is_taken_apart_in_silence)
{
    begin();
    make("ab"), tie("aba");
    classes[0].type.finalize = NULL;
    forget("ab");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("b"));
}

TEST(a_finalizer_of_the_base_is_called)
{
    begin();
    Class derived = class_new("a", &classes[0].type);
    give("b", instance_new(&derived));
    tie("bb");
    forget("b");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("a"));
}

// Who comes back

static void save(Object *self)
{
    scope_bind(names, "saved", self);
}

// A ring of three whose `letter` does `deed`.
static void begin_ring(const char *letter, void (*deed)(Object *))
{
    begin();
    make("abc"), tie("abca");
    teach(letter, deed);
    forget("abc");
}

TEST(a_ring_of_which_one_is_saved_comes_back_whole)
{
    begin_ring("a", save);
    EXPECT_EQ(gc_collect(), 0);
    EXPECT(was_said("abc"));

    Object *b = instance_get(named("saved"), "b");
    Object *c = instance_get(b, "c");
    EXPECT_EQ(instance_get(c, "a"), named("saved"));
}

TEST(what_came_back_is_counted_when_it_goes_and_says_nothing)
{
    begin_ring("a", save);
    gc_collect();
    EXPECT(was_said("abc"));

    scope_unbind(names, "saved");

    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said(""));
}

TEST(what_came_back_and_ends_by_counting_says_nothing)
{
    begin();
    make("a"), tie("aa");
    teach("a", save);
    forget("a");
    gc_collect();
    EXPECT(was_said("a"));

    instance_delete(named("saved"), "a");
    scope_unbind(names, "saved");
    EXPECT(was_said("") && gc_collect() == 0);
}

TEST(what_was_saved_from_counting_says_nothing_in_a_collection)
{
    begin();
    make("a");
    teach("a", save);
    forget("a");
    EXPECT(was_said("a"));
    instance_set(named("saved"), "a", named("saved"));
    scope_unbind(names, "saved");

    EXPECT_EQ(gc_collect(), 1);
    EXPECT(was_said(""));
}

static void save_next(Object *self)
{
    scope_bind(names, "saved", instance_get(self, "b"));
}

TEST(a_neighbour_can_be_saved)
{
    begin_ring("a", save_next);

    EXPECT_EQ(gc_collect(), 0);

    EXPECT(was_said("abc"));
    EXPECT(instance_get(named("saved"), "c") != NULL);
}

TEST(only_what_was_saved_and_what_it_leads_to_comes_back)
{
    begin();
    make("ab"), tie("aa"), tie("bb"), tie("ab");
    teach("b", save);
    forget("ab");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("ab"));
    EXPECT(ref_count(named("saved")) == 2); // by its name and by itself
}

TEST(what_the_saved_leads_to_comes_back)
{
    begin();
    make("ab"), tie("aa"), tie("bb"), tie("ab");
    teach("a", save);
    forget("ab");

    EXPECT_EQ(gc_collect(), 0);

    EXPECT(was_said("ab"));
    scope_unbind(names, "saved");
    EXPECT(gc_collect() == 2 && was_said(""));
}

static void save_c(Object *self)
{
    scope_bind(names, "saved", instance_get(self, "c"));
}

TEST(a_ring_can_save_another_whose_finalizers_were_called)
{
    begin();
    make("abcd"), tie("aba"), tie("cdc"), tie("ac");
    teach("a", save_c);
    forget("abcd");

    EXPECT_EQ(gc_collect(), 2);

    EXPECT(was_said("abcd"));
    scope_unbind(names, "saved");
    EXPECT(gc_collect() == 2 && was_said(""));
}

static void hesitate(Object *self)
{
    save(self);
    scope_unbind(names, "saved");
}

TEST(what_is_let_go_again_before_the_last_was_called_ends)
{
    begin_ring("a", hesitate);

    EXPECT_EQ(gc_collect(), 3);

    EXPECT(was_said("abc"));
}

static void forget_saved(Object *self)
{
    (void)self;
    scope_unbind(names, "saved");
}

TEST(what_another_finalizer_lets_go_again_ends)
{
    begin_ring("a", save);
    teach("c", forget_saved);

    EXPECT_EQ(gc_collect(), 3);

    EXPECT(was_said("abc"));
}

TEST(what_came_back_is_tracked_and_its_notes_are_0)
{
    begin_ring("b", save);
    gc_collect();
    Object *b = named("saved"), *c = instance_get(b, "c");
    Object *a = instance_get(c, "a");

    EXPECT(track_has(a) && track_has(b) && track_has(c));
    EXPECT(track_head(a)->refs == 0 && track_head(b)->refs == 0);
    EXPECT_EQ(track_head(c)->refs, 0);
}

static void note(Object *self)
{
    Object *list = list_new();
    list_append(list, self);
    instance_set(self, "note", list);
    decref(list);
}

TEST(something_new_that_leads_back_keeps_the_ring_until_next_time)
{
    begin_ring("a", note);
    EXPECT_EQ(gc_collect(), 0);
    EXPECT(was_said("abc"));

    EXPECT_EQ(gc_collect(), 4);
    EXPECT(was_said(""));
}

// Who is cut loose

static void cut(Object *self)
{
    instance_delete(self, "b");
}

TEST(a_finalizer_that_breaks_the_ring_leaves_it_to_counting)
{
    begin_ring("a", cut);
    EXPECT_EQ(gc_collect(), 0);

    EXPECT(was_said("abc"));
    EXPECT(gc_collect() == 0);
}

static void cut_a(Object *self)
{
    instance_delete(self, "a");
}

TEST(what_has_spoken_and_is_cut_loose_ends_in_silence)
{
    begin_ring("c", cut_a);

    EXPECT_EQ(gc_collect(), 0);

    EXPECT(was_said("abc"));
    EXPECT(gc_collect() == 0);
}

TEST(what_ends_by_counting_in_between_is_not_counted)
{
    begin();
    make("abc"), tie("aa"), tie("abc");
    teach("a", cut);
    forget("abc");

    EXPECT_EQ(gc_collect(), 1);

    EXPECT(was_said("abc"));
}

static void clear_tail(Object *self)
{
    list_clear(instance_get(self, "tail"));
}

TEST(an_emptied_list_is_counted_but_not_what_was_in_it)
{
    begin();
    make("abcd"), tie("aba");
    Object *tail = give("tail", list_new());
    instance_set(named("a"), "tail", tail);
    list_append(tail, named("c")), list_append(tail, named("d"));
    scope_unbind(names, "tail");
    teach("a", clear_tail);
    forget("abcd");
    EXPECT_EQ(gc_collect(), 3);
    EXPECT(was_said("adcb"));
}

static void drop_list(Object *self)
{
    list_clear(instance_get(self, "list"));
}

TEST(one_that_has_spoken_can_be_dropped_by_a_later_one)
{
    begin();
    make("ab"), tie("bb");
    instance_set(named("b"), "list", give("list", list_new()));
    list_append(named("list"), named("a"));
    scope_unbind(names, "list");
    teach("b", drop_list);
    forget("ab");
    EXPECT_EQ(gc_collect(), 2);
    EXPECT(was_said("ab"));
}

static void save_in_a(Object *self)
{
    instance_set(instance_get(self, "a"), "saved", self);
}

TEST(one_cut_loose_that_saves_itself_into_the_garbage_is_new_there)
{
    begin();
    make("ab"), tie("aa"), tie("aba");
    teach("a", cut), teach("b", save_in_a);
    Object *b = instance_get(named("a"), "b");
    forget("ab");
    EXPECT_EQ(gc_collect(), 0);
    EXPECT(was_said("ab") && track_head(b)->refs == 0);

    EXPECT(gc_collect() == 2 && was_said(""));
}

// Containers without attributes

TEST(a_dict_of_a_class_is_finalized_as_an_instance_is)
{
    begin();
    classes[0] = class_new("a", &dict_type);
    classes[1] = class_new("b", &dict_type);
    classes[0].type.finalize = classes[1].type.finalize = speak;
    make("ab");
    Object *key = hold(str_new("1"));
    dict_set(named("a"), key, named("b"));
    dict_set(named("b"), key, named("a"));
    forget("ab");
    EXPECT_EQ(gc_collect(), 2);
    EXPECT(was_said("ab"));
}
