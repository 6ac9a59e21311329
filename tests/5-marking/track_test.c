// track_test.c: what chapter 5 claims of who is tracked and who is not.
//
// Run on CPython 3.11 first, as far as it has the same to ask.
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

static NEW Object *tuple_of(STEALS Object *item)
{
    Object *made = item == NULL ? NULL : tuple_new(1, &item);
    ref_clear(&item);
    return made;
}

static NEW Object *list_of(Object *item)
{
    Object *made = list_new();
    if (made != NULL && !list_append(made, item))
        ref_clear(&made);
    return made;
}

static size_t ntracked(void)
{
    return ring_length(&track_all);
}

TEST(all_that_can_hold_something_has_a_head)
{
    begin();
    EXPECT(track_can(hold(list_new())) && track_can(hold(dict_new())));
    EXPECT(track_can(hold(set_new())));
    EXPECT(track_can(hold(tuple_of(int_new(1)))));
    Object *one = hold(instance_new(&class));
    EXPECT(track_can(one));
    EXPECT(track_can(hold(instance_new(&derived))));
    EXPECT(track_can(hold(weakref_new(one, NULL, NULL))));
}

TEST(what_holds_nothing_has_none_and_is_never_tracked)
{
    Object *number = hold(int_new(1000)), *text = hold(str_new("text"));

    EXPECT(!track_can(number) && !track_has(number));
    EXPECT(!track_can(text) && !track_has(text));
    EXPECT(!track_can(none()) && !track_has(none()));
    EXPECT(!track_can(bool_of(true)) && !track_can(&int_type.object));
}

TEST(a_head_leads_to_its_object_and_back)
{
    Object *list = hold(list_new());

    Head *head = track_head(list);

    EXPECT_EQ(track_object(&head->ring), list);
    EXPECT_EQ((void *)(head + 1), (void *)list);
    EXPECT_EQ(head->refs, 0);
}

TEST(a_list_a_set_and_an_instance_are_tracked_from_the_first)
{
    begin();
    Object *one = hold(instance_new(&class));
    Object *all[] = { one, hold(list_new()), hold(set_new()),
                      hold(instance_new(&derived)),
                      hold(weakref_new(one, NULL, NULL)) };
    for (size_t i = 0; i < 5; i++)
        EXPECT(track_has(all[i]));
    gc_collect();
    for (size_t i = 0; i < 5; i++)
        EXPECT(track_has(all[i]));
}

TEST(the_tracked_stand_in_the_order_in_which_they_were_made)
{
    begin();
    Object *a = hold(list_new()), *b = hold(instance_new(&class));
    Object *c = hold(set_new());
    EXPECT_EQ(track_object(track_all.next), a);
    EXPECT_EQ(track_head(a)->ring.next, &track_head(b)->ring);
    EXPECT_EQ(track_object(track_all.prev), c);
}

TEST(what_dies_is_tracked_no_more)
{
    Object *outer = hold(list_new());
    Object *inner = list_new();
    did(inner != NULL);
    bool done = list_append(outer, inner);
    decref(inner);
    did(done);
    EXPECT_EQ(ntracked(), 2);

    list_clear(outer);

    EXPECT_EQ(ntracked(), 1);
}

TEST(to_track_twice_or_untrack_twice_is_to_do_it_once)
{
    Object *list = hold(list_new());

    track_add(list);
    EXPECT_EQ(ntracked(), 1);
    track_remove(list);
    track_remove(list);
    EXPECT(ntracked() == 0 && !track_has(list));
    track_add(list);
    EXPECT(ntracked() == 1 && track_has(list));
}

TEST(an_object_that_is_not_tracked_can_end_as_any_other)
{
    Object *list = list_new();
    did(list != NULL);
    track_remove(list);
    decref(list);
    EXPECT_EQ(ntracked(), 0);
}

// Tuples

TEST(the_empty_tuple_has_a_head_and_is_never_tracked)
{
    Object *empty = hold(tuple_new(0, NULL));
    hold(list_of(empty));

    EXPECT_EQ(gc_collect(), 0);

    EXPECT(track_can(empty) && !track_has(empty) && !track_may(empty));
    EXPECT_EQ(track_head(empty)->refs, 0);
}

TEST(a_tuple_is_tracked_until_a_collection_sees_that_it_need_not_be)
{
    Object *items[] = { none(), bool_of(true), hold(str_new("text")),
                        hold(tuple_new(0, NULL)) };
    Object *tuple = hold(tuple_new(4, items));
    EXPECT(track_has(tuple) && track_may(tuple));

    gc_collect();

    EXPECT(!track_has(tuple) && !track_may(tuple));
}

TEST(a_tuple_that_holds_what_may_change_stays_tracked)
{
    begin();
    Object *of_list = hold(tuple_of(list_new()));
    Object *of_dict = hold(tuple_of(dict_new()));
    Object *of_set = hold(tuple_of(set_new()));
    Object *of_instance = hold(tuple_of(instance_new(&class)));
    gc_collect();
    EXPECT(track_has(of_list) && track_has(of_dict));
    EXPECT(track_has(of_set) && track_has(of_instance));
}

TEST(an_item_that_may_change_keeps_a_tuple_tracked_wherever_it_is)
{
    Object *list = hold(list_new());
    Object *first[] = { list, none() }, *last[] = { none(), list };
    Object *a = hold(tuple_new(2, first));
    Object *b = hold(tuple_new(2, last));
    gc_collect();
    EXPECT(track_has(a) && track_has(b));
}

// Whether a tuple, and what it holds, is tracked: "++-" from outside.
static bool levels_are(Object *tuple, const char *wanted)
{
    for (; *wanted != '\0'; wanted++) {
        if (track_has(tuple) != (*wanted == '+'))
            return false;
        tuple = tuple_get(tuple, 0);
    }
    return true;
}

TEST(tuples_in_tuples_are_untracked_one_level_a_collection)
{
    Object *nest =
        hold(tuple_of(tuple_of(tuple_of(tuple_of(int_new(1))))));
    EXPECT(levels_are(nest, "++++"));
    gc_collect();
    EXPECT(levels_are(nest, "+++-"));
    gc_collect();
    EXPECT(levels_are(nest, "++--"));
    gc_collect();
    gc_collect();
    EXPECT(levels_are(nest, "----"));
}

TEST(tuples_in_tuples_that_are_held_are_untracked_at_once)
{
    Object *a = hold(tuple_of(int_new(1)));
    Object *b = hold(tuple_new(1, &a));
    Object *c = hold(tuple_new(1, &b));

    gc_collect();

    EXPECT(levels_are(c, "---"));
}

TEST(a_tuple_with_an_empty_slot_stays_tracked)
{
    Object *tuple = hold(object_new_var(&tuple_type, 2));
    ((size_t *)(tuple + 1))[0] = 2; // its length, before its items

    gc_collect();

    EXPECT(tuple_length(tuple) == 2 && track_has(tuple));
}

TEST(an_untracked_tuple_never_comes_back)
{
    Object *tuple = hold(tuple_of(int_new(1)));
    gc_collect();
    Object *list = hold(list_new());

    did(list_append(list, tuple));
    gc_collect();

    EXPECT(!track_has(tuple));
}

// Dicts

TEST(a_dict_is_not_tracked_while_all_that_it_holds_is_atoms)
{
    Object *dict = hold(dict_new()), *one = hold(int_new(1));
    Object *empty = hold(tuple_new(0, NULL));
    EXPECT(!track_has(dict));

    did(dict_set(dict, one, hold(str_new("text"))));
    did(dict_set(dict, empty, empty));

    EXPECT(!track_has(dict) && track_may(dict));
}

TEST(a_dict_is_tracked_from_the_first_value_that_may_be)
{
    Object *a = hold(dict_new()), *b = hold(dict_new());
    Object *c = hold(dict_new()), *list = hold(list_new());
    Object *tuple = hold(tuple_of(int_new(1)));

    did(dict_set(a, none(), list));
    did(dict_set(b, none(), tuple));
    did(dict_set(c, none(), hold(dict_new())));

    EXPECT(track_has(a) && track_has(b) && track_has(c));
}

TEST(a_dict_is_tracked_from_the_first_key_that_may_be)
{
    begin();
    Object *a = hold(dict_new()), *b = hold(dict_new());
    Object *tuple = hold(tuple_of(int_new(1)));

    did(dict_set(a, hold(instance_new(&class)), none()));
    did(dict_set(b, tuple, none()));

    EXPECT(track_has(a) && track_has(b));
}

TEST(a_tuple_that_was_untracked_does_not_track_a_dict)
{
    Object *dict = hold(dict_new());
    Object *tuple = hold(tuple_of(int_new(1)));
    gc_collect();

    did(dict_set(dict, tuple, tuple));

    EXPECT(!track_has(dict));
}

TEST(a_dict_is_untracked_by_a_collection_and_not_before)
{
    Object *dict = hold(dict_new()), *list = hold(list_new());
    did(dict_set(dict, none(), list));
    did(dict_set(dict, none(), none()));
    EXPECT(track_has(dict));

    gc_collect();
    EXPECT(!track_has(dict));

    did(dict_set(dict, none(), list));
    EXPECT(track_has(dict));
}

TEST(a_dict_of_a_tuple_of_atoms_is_untracked_with_it)
{
    Object *dict = hold(dict_new()), *one = none();
    Object *tuple = tuple_new(1, &one);
    bool done = tuple != NULL && dict_set(dict, tuple, tuple);
    ref_clear(&tuple);
    did(done);

    gc_collect();

    EXPECT(!track_has(dict));
}

TEST(a_dict_that_was_cleared_is_untracked_by_a_collection)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, none(), hold(list_new())));

    dict_clear(dict);
    EXPECT(track_has(dict));

    gc_collect();
    EXPECT(!track_has(dict));
}

TEST(a_dict_stays_tracked_for_one_key_or_one_value)
{
    begin();
    Object *a = hold(dict_new()), *b = hold(dict_new());
    Object *list = hold(list_new()), *one = hold(instance_new(&class));
    did(dict_set(a, none(), none()));
    did(dict_set(a, bool_of(true), list));
    did(dict_set(b, one, none()));
    did(dict_set(b, none(), none()));
    gc_collect();
    EXPECT(track_has(a) && track_has(b));
}

TEST(a_dict_that_refuses_a_key_is_not_tracked_for_it)
{
    Object *dict = hold(dict_new()), *list = hold(list_new());

    EXPECT(!dict_set(dict, list, none()));

    EXPECT(error_occurred() == &type_error && !track_has(dict));
    error_clear();
}

TEST(sets_and_dicts_of_a_class_are_always_tracked)
{
    begin();
    Object *set = hold(set_new()), *dict = hold(instance_new(&derived));
    did(set_add(set, none()));
    did(dict_set(dict, none(), none()));

    gc_collect();

    EXPECT(track_has(set) && track_has(dict));
}

static Answer collect(Object *self, Object *other)
{
    gc_collect();
    return self == other ? YES : NO;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = 1;
    return self != NULL;
}

// It collects when it is asked whether it equals something.
static Type collector = {
    .object = OBJECT_HEAD(&type_type),
    .name = "collector",
    .size = sizeof(Object),
    .equal = collect,
    .hash = hash,
};

TEST(a_key_that_collects_leaves_its_dict_tracked_for_the_value)
{
    Object *dict = hold(dict_new()), *list = hold(list_new());
    did(dict_set(dict, hold(object_new(&collector)), none()));

    did(dict_set(dict, hold(object_new(&collector)), list));

    EXPECT(track_has(dict));
}

// Copies

TEST(a_copy_of_a_dict_is_tracked_if_it_has_to_be)
{
    Object *dict = hold(dict_new()), *plain = hold(dict_new());
    did(dict_set(dict, none(), hold(list_new())));
    did(dict_set(plain, none(), none()));

    EXPECT(track_has(hold(copy_shallow(dict))));
    EXPECT(!track_has(hold(copy_shallow(plain))));
}

TEST(a_deep_copy_of_a_dict_is_tracked_if_it_has_to_be)
{
    Object *dict = hold(dict_new()), *plain = hold(dict_new());
    did(dict_set(dict, none(), hold(list_new())));
    did(dict_set(plain, none(), none()));
    EXPECT(track_has(hold(copy_deep(dict))));
    EXPECT(!track_has(hold(copy_deep(plain))));
    did(dict_set(dict, none(), none()));
    EXPECT(!track_has(hold(copy_deep(dict))));
}

TEST(a_deep_copy_that_holds_itself_can_be_collected)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, none(), dict));
    Object *copy = copy_deep(dict);
    dict_clear(dict);
    did(copy != NULL);
    decref(copy);
    EXPECT_EQ(gc_collect(), 1);
}

TEST(a_copy_of_a_set_or_an_instance_is_tracked)
{
    begin();
    Object *set = hold(set_new()), *one = hold(instance_new(&class));

    EXPECT(track_has(hold(copy_shallow(set))));
    EXPECT(track_has(hold(copy_deep(set))));
    EXPECT(track_has(hold(copy_shallow(one))));
    EXPECT(track_has(hold(copy_deep(one))));
}

// What lives on

static bool saves;

static void save(Object *self)
{
    if (saves)
        scope_bind(names, "saved", self);
}

TEST(what_its_finalizer_saves_is_tracked_as_the_newest)
{
    begin();
    class.type.finalize = save;
    saves = false;
    did(scope_bind(names, "saved", none()));
    did(give("x", instance_new(&class)));
    hold(list_new());
    saves = true;
    scope_unbind(names, "x");

    EXPECT_EQ(track_object(track_all.prev), named("saved"));
}
