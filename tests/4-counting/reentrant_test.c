// reentrant_test.c: what chapter 4 claims of objects that are asked
// something, and end whoever holds them before they answer.
//
// Nobody but the containers holds what is in them. The main cases were
// run on CPython 3.11 first; their kin with finalizers and instances
// follow from them.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <stdlib.h>
#include <string.h>

// An object that does a deed when it is asked, and looks at itself
// afterwards.
typedef struct Hostile {
    Object object;
    void (*deed)(void);
    Answer answer;
    struct WeakRef *weakrefs;
} Hostile;

static Object *a, *b; // the containers

static Answer act(Object *self)
{
    void (*deed)(void) = ((Hostile *)self)->deed;
    ((Hostile *)self)->deed = NULL;
    if (deed != NULL)
        deed();
    return ((Hostile *)self)->answer;
}

static Answer equal(Object *self, Object *other)
{
    Answer answer = act(self);
    return ((Hostile *)other)->object.type == NULL ? NO : answer;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = 1;
    act(self);
    return self->type != NULL;
}

static bool hash_quietly(Object *self, size_t *hash)
{
    *hash = 1;
    return self->type != NULL;
}

static bool show(FILE *out, Object *self)
{
    act(self);
    return fputs(self->type->name, out) != EOF;
}

static Object *copy(Object *self, Table *memo);

// It acts when it is compared, shown or copied deeply; a `hasher` when
// it is hashed, too.
static Type hostile = {
    .object = OBJECT_HEAD(&type_type),
    .name = "h",
    .size = sizeof(Hostile),
    .equal = equal,
    .hash = hash_quietly,
    .show = show,
    .print = show,
    .deep_copy = copy,
    .weakrefs = offsetof(Hostile, weakrefs),
};

static Type hasher = {
    .object = OBJECT_HEAD(&type_type),
    .name = "hasher",
    .size = sizeof(Hostile),
    .equal = equal,
    .hash = hash,
    .weakrefs = offsetof(Hostile, weakrefs),
};

static Object *make_of(Type *type, void (*deed)(void), Answer answer)
{
    Object *made = object_new(type);
    if (made == NULL)
        return NULL;
    ((Hostile *)made)->deed = deed;
    ((Hostile *)made)->answer = answer;
    return made;
}

static Object *make(void (*deed)(void), Answer answer)
{
    return make_of(&hostile, deed, answer);
}

static Object *copy(Object *self, Table *memo)
{
    act(self);
    return memo == NULL ? NULL : make(NULL, ((Hostile *)self)->answer);
}

static void clear(Object *container)
{
    if (container->type == &list_type)
        list_clear(container);
    else
        dict_clear(container);
}

static void clear_a(void)
{
    clear(a);
}

static void clear_both(void)
{
    clear(a);
    clear(b);
}

// The next three put into a container what is its alone.
static void give(Object *list, STEALS Object *item)
{
    list_append(list, item);
    decref(item);
}

static void give_key(Object *dict, STEALS Object *key, int value)
{
    Object *number = int_new(value);
    dict_set(dict, key, number);
    decref(number);
    decref(key);
}

static Object *around(STEALS Object *item)
{
    Object *list = list_new();
    give(list, item);
    give(list, int_new(2000));
    return list;
}

// Two empty lists, or dicts; and nothing fails from here on.
static void begin(Object *(*make_empty)(void))
{
    mem_fail_after(SIZE_MAX);
    a = hold(make_empty());
    b = hold(make_empty());
}

static bool shows(Object *self, const char *wanted)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    object_show(out, self);
    fclose(out);
    bool answer = strcmp(text, wanted) == 0;
    free(text);
    return answer;
}

// ---- Keys.

TEST(a_key_that_clears_its_dict_is_alive_until_it_has_answered)
{
    begin(dict_new);
    give_key(a, make(clear_a, YES), 1000);
    Object *other = hold(make(NULL, YES));

    EXPECT(dict_get(a, other) == NULL && error_occurred() == NULL);
    give_key(a, make(clear_a, YES), 1000);
    EXPECT(!dict_delete(a, other) && error_occurred() == NULL);
    give_key(a, make(clear_a, YES), 1000);
    EXPECT(dict_set(a, other, none()));
    EXPECT_EQ(dict_length(a), 1);
}

TEST(a_member_that_clears_its_set_is_alive_until_it_has_answered)
{
    begin(set_new);
    Object *other = hold(make(NULL, YES)), *member = make(clear_a, YES);
    set_add(a, member);
    decref(member);

    EXPECT(!set_contains(a, other) && error_occurred() == NULL);
    EXPECT_EQ(set_length(a), 0);
}

static void grow_a(void)
{
    for (int i = 100; i < 200; i++) {
        Object *key = int_new(i);
        dict_set(a, key, none());
        decref(key);
    }
}

TEST(a_key_that_makes_its_dict_grow_gets_the_value_once)
{
    begin(dict_new);
    give_key(a, make(grow_a, YES), 1000);
    Object *other = hold(make(NULL, YES)), *value = hold(int_new(2000));

    EXPECT(dict_set(a, other, value));

    EXPECT_EQ(dict_length(a), 101);
    EXPECT_EQ(dict_get(a, other), value);
    EXPECT_EQ(ref_count(value), 2);
}

TEST(a_key_and_a_value_of_a_list_that_is_cleared_are_set_all_the_same)
{
    begin(list_new);
    b = hold(dict_new());
    give(a, make_of(&hasher, clear_a, YES));
    give(a, int_new(2000));

    EXPECT(dict_set(b, list_get(a, 0), list_get(a, 1)));

    EXPECT_EQ(list_length(a), 0);
    EXPECT(shows(b, "{<hasher object>: 2000}"));
}

static void clear_b(void)
{
    clear(b);
}

TEST(a_value_that_a_key_s_equal_ends_is_set_all_the_same)
{
    begin(dict_new);
    b = hold(list_new());
    give_key(a, make(clear_b, YES), 1000);
    give(b, make(NULL, YES));
    give(b, int_new(2000));

    EXPECT(dict_set(a, list_get(b, 0), list_get(b, 1)));

    EXPECT(shows(a, "{h: 2000}"));
}

static Object *value_gone; // its finalizer clears `a`

static void clear_finally(Object *self)
{
    value_gone = self;
    clear(a);
}

static Type last_words = {
    .object = OBJECT_HEAD(&type_type),
    .name = "last words",
    .size = sizeof(Object),
    .finalize = clear_finally,
};

TEST(a_value_that_clears_its_dict_when_it_is_replaced_leaves_it_empty)
{
    begin(dict_new);
    Object *key = hold(int_new(1000)), *old = object_new(&last_words);
    dict_set(a, key, old);
    decref(old);

    EXPECT(dict_set(a, key, none()));

    EXPECT_EQ(dict_length(a), 0);
}

TEST(a_value_that_clears_its_dict_when_it_is_deleted_leaves_it_empty)
{
    begin(dict_new);
    Object *key = hold(int_new(1000)), *old = object_new(&last_words);
    dict_set(a, key, old);
    decref(old);
    give_key(a, int_new(2000), 1);

    EXPECT(dict_delete(a, key));

    EXPECT_EQ(dict_length(a), 0);
}

// ---- Comparing.

TEST(dicts_that_are_cleared_while_they_are_compared_can_be_asked)
{
    begin(dict_new);
    give_key(a, make(NULL, YES), 1000);
    give_key(b, make(clear_both, YES), 1000);

    EXPECT(!object_equal(a, b)); // when the answer came, it was gone

    EXPECT(dict_length(a) == 0 && dict_length(b) == 0);
    EXPECT(error_occurred() == NULL);
}

static bool give_value(Object *dict, STEALS Object *value)
{
    Object *key = int_new(1);
    bool done = dict_set(dict, key, value);
    decref(value);
    decref(key);
    return done;
}

TEST(values_that_clear_both_dicts_are_alive_until_they_have_answered)
{
    begin(dict_new);
    give_value(a, make(clear_both, YES));
    give_value(b, make(NULL, YES));

    EXPECT(object_equal(a, b));
    EXPECT(dict_length(a) == 0 && dict_length(b) == 0);
}

TEST(lists_that_are_cleared_while_they_are_compared_are_equal)
{
    begin(list_new);
    give(a, make(clear_both, YES));
    give(b, make(NULL, YES));
    EXPECT(object_equal(a, b));

    give(a, make(clear_both, NO));
    give(b, make(NULL, YES));
    EXPECT(object_equal(a, b)); // both are empty by now
}

TEST(a_list_that_alone_is_cleared_is_not_equal)
{
    begin(list_new);
    give(a, make(clear_a, YES));
    give(b, make(NULL, YES));
    give(b, make(NULL, YES));

    EXPECT(!object_equal(a, b));
}

TEST(lists_within_lists_are_held_while_they_are_compared)
{
    begin(list_new);
    give(a, around(make(clear_both, YES)));
    give(b, around(make(NULL, YES)));

    EXPECT(object_equal(a, b));
}

TEST(tuples_within_lists_are_held_while_they_are_compared)
{
    begin(list_new);
    Object *x = make(clear_both, YES), *y = make(NULL, YES);
    give(a, tuple_new(3, (Object *[]){ x, none(), x }));
    give(b, tuple_new(3, (Object *[]){ y, none(), y }));
    decref(x);
    decref(y);

    EXPECT(object_equal(a, b));
}

TEST(who_cannot_tell_and_ends_both_leaves_the_other_to_be_asked)
{
    begin(list_new);
    give(a, make(clear_a, CANNOT_TELL));
    give(a, make(NULL, YES));

    EXPECT(object_equal(list_get(a, 0), list_get(a, 1)));
}

TEST(an_item_that_clears_the_list_can_be_looked_for)
{
    begin(list_new);
    give(a, make(clear_a, NO));
    give(a, int_new(1000));
    EXPECT(!list_contains(a, hold(make(NULL, NO))));

    give(a, around(make(clear_a, YES)));
    give(a, int_new(1000));
    EXPECT(list_contains(a, hold(around(make(NULL, YES)))));
    EXPECT_EQ(list_length(a), 0);
}

// ---- Hashing.

TEST(what_is_hashed_is_held_with_all_that_holds_it)
{
    begin(list_new);
    Object *x = make_of(&hasher, clear_a, YES);
    give(a, tuple_new(2, (Object *[]){ x, none() }));
    decref(x);
    size_t hash;

    EXPECT(object_hash(list_get(a, 0), &hash));

    EXPECT_EQ(list_length(a), 0);
}

TEST(what_holds_nothing_is_held_while_it_is_hashed)
{
    begin(list_new);
    give(a, make_of(&hasher, clear_a, YES));
    size_t hash;

    EXPECT(object_hash(list_get(a, 0), &hash));

    EXPECT_EQ(list_length(a), 0);
}

// ---- Showing.

TEST(a_key_that_clears_the_dict_while_it_is_shown_is_shown)
{
    begin(dict_new);
    give_key(a, make(clear_a, YES), 1000);
    give_key(a, int_new(2), 2000);

    EXPECT(shows(a, "{h: 1000}"));
}

TEST(an_item_that_clears_the_list_while_it_is_shown_is_shown)
{
    begin(list_new);
    give(a, make(clear_a, YES));
    give(a, int_new(1000));

    EXPECT(shows(a, "[h]"));
}

TEST(what_clears_the_list_one_level_up_is_shown_with_its_own)
{
    begin(list_new);
    give(a, around(make(clear_a, YES)));
    give(a, int_new(1000));
    EXPECT(shows(a, "[[h, 2000]]"));

    Object *x = make(clear_a, YES);
    give(a, tuple_new(2, (Object *[]){ x, none() }));
    decref(x);
    EXPECT(shows(a, "[(h, None)]"));

    Object *dict = dict_new();
    give_key(dict, make(clear_a, YES), 1);
    give_key(dict, int_new(2), 3);
    give(a, dict);
    EXPECT(shows(a, "[{h: 1, 2: 3}]"));
}

static char last_shown[32];

static void show_finally(Object *self)
{
    FILE *out = fmemopen(last_shown, sizeof last_shown, "w");
    object_show(out, self);
    fclose(out);
}

TEST(what_ends_with_its_show_is_shown_whole_by_its_finalizer)
{
    begin(list_new);
    static Class class;
    class = class_new("class", &dict_type);
    class.type.finalize = show_finally;
    Object *self = instance_new(&class);
    give_value(self, make(clear_a, YES));
    give(a, self);

    EXPECT(shows(list_get(a, 0), "{1: h}"));

    EXPECT(strcmp(last_shown, "{1: h}") == 0);
}

TEST(what_is_printed_is_held)
{
    begin(list_new);
    give(a, make(clear_a, YES));

    EXPECT(object_print(list_get(a, 0)));

    EXPECT_EQ(list_length(a), 0);
}

// ---- Copying.

// CPython copies a dict without asking its keys, so there is no answer
// of its own to compare with; but nothing may be lost.
TEST(a_dict_that_is_cleared_while_it_is_copied_is_copied_or_not)
{
    begin(dict_new);
    Object *key = make(NULL, NO);
    dict_set(a, key, none());
    give_key(a, make(NULL, NO), 1000);
    ((Hostile *)key)->deed = clear_a;
    decref(key);

    Object *made = copy_shallow(a);

    if (made == NULL)
        EXPECT(error_occurred() == &runtime_error);
    EXPECT_EQ(dict_length(a), 0);
    error_clear();
    ref_clear(&made);
}

TEST(a_dict_that_is_cleared_while_it_is_copied_deeply_is_an_error)
{
    begin(dict_new);
    give_value(a, make(clear_a, YES));
    give_key(a, int_new(2), 1000);

    EXPECT(copy_deep(a) == NULL);

    EXPECT(error_occurred() == &runtime_error);
    error_clear();
}

TEST(an_item_that_clears_the_list_while_it_is_copied_is_copied)
{
    begin(list_new);
    give(a, make(clear_a, YES));
    give(a, int_new(1000));
    EXPECT(shows(hold(copy_deep(a)), "[h]"));

    give(a, around(make(clear_a, YES)));
    give(a, int_new(1000));
    EXPECT(shows(hold(copy_deep(a)), "[[h, 2000]]"));

    Object *x = make(clear_a, YES);
    give(a, tuple_new(2, (Object *[]){ x, none() }));
    decref(x);
    EXPECT(shows(hold(copy_deep(a)), "[(h, None)]"));
}

TEST(what_is_copied_deeply_is_held)
{
    begin(list_new);
    give(a, make(clear_a, YES));

    EXPECT(shows(hold(copy_deep(list_get(a, 0))), "h"));
}

TEST(what_is_copied_is_held)
{
    begin(list_new);
    Object *dict = dict_new(), *key = make(NULL, NO);
    dict_set(dict, key, none());
    give_key(dict, make(NULL, NO), 1000);
    ((Hostile *)key)->deed = clear_a;
    decref(key);
    give(a, dict);

    Object *made = hold(copy_shallow(list_get(a, 0)));

    EXPECT_EQ(dict_length(made), 2);
    EXPECT_EQ(list_length(a), 0);
}

// ---- Attributes.

TEST(an_instance_that_is_copied_is_held)
{
    begin(list_new);
    static Class class;
    class = class_new("class", NULL);
    Object *self = instance_new(&class), *x = make(clear_a, YES);
    instance_set(self, "x", x);
    instance_set(self, "y", none());
    decref(x);
    give(a, self);

    Object *made = hold(copy_deep(list_get(a, 0)));

    EXPECT_EQ(list_length(a), 0);
    EXPECT_EQ(instance_get(made, "y"), none());
}

static void rename_attribute(void)
{
    instance_set(list_get(b, 0), "y", none());
    instance_delete(list_get(b, 0), "x");
}

TEST(what_an_item_does_to_the_attributes_comes_after_their_copies)
{
    begin(list_new);
    static Class class;
    class = class_new("class", &dict_type);
    Object *self = instance_new(&class);
    instance_set(self, "x", none());
    give_value(self, make(rename_attribute, YES));
    give(b, self);

    Object *made = hold(copy_deep(self));

    EXPECT_EQ(instance_get(self, "x"), NULL);
    EXPECT_EQ(instance_get(made, "x"), none());
    EXPECT_EQ(instance_get(made, "y"), NULL);
}

TEST(an_attribute_whose_end_takes_its_owner_along_is_set)
{
    begin(list_new);
    static Class class;
    class = class_new("class", NULL);
    Object *self = instance_new(&class), *x = object_new(&last_words);
    instance_set(self, "x", x);
    decref(x);
    give(a, self);

    EXPECT(instance_set(list_get(a, 0), "x", none()));

    EXPECT_EQ(list_length(a), 0);
}

// ---- Weak references.

static void wave(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
}

TEST(targets_that_end_while_they_are_compared_can_answer)
{
    begin(list_new);
    give(a, make(clear_a, YES));
    give(a, make(NULL, YES));
    Object *one = hold(weakref_new(list_get(a, 0), NULL, NULL));
    Object *two = hold(weakref_new(list_get(a, 1), NULL, NULL));

    EXPECT(object_equal(one, two));

    EXPECT(weakref_get(one) == NULL && weakref_get(two) == NULL);
    EXPECT(!object_equal(one, two) && object_equal(one, one));
}

TEST(a_target_that_ends_while_it_is_hashed_has_a_hash)
{
    begin(list_new);
    give(a, make_of(&hasher, clear_a, YES));
    Object *weak = hold(weakref_new(list_get(a, 0), NULL, NULL));
    size_t hash;

    EXPECT(object_hash(weak, &hash) && weakref_get(weak) == NULL);
    EXPECT(object_hash(weak, &hash) && hash == 1);
}

TEST(a_weak_reference_that_ends_while_its_target_is_hashed_has_a_hash)
{
    begin(list_new);
    Object *target = hold(make_of(&hasher, clear_a, YES));
    give(a, weakref_new(target, NULL, NULL));
    size_t hash;

    EXPECT(object_hash(list_get(a, 0), &hash));

    EXPECT_EQ(list_length(a), 0);
}

// Python 3.11 asks even when both lead to one object.
TEST(weak_references_to_what_is_not_equal_to_itself_are_not_equal)
{
    begin(list_new);
    Object *target = hold(make(NULL, NO));
    Object *one = hold(weakref_new(target, NULL, NULL));
    Object *two = hold(weakref_new(target, wave, NULL));

    EXPECT(!object_equal(one, two) && object_matches(one, one));
}

// ---- The end.

static size_t seen;

static void ask_length(Object *self)
{
    (void)self;
    seen = dict_length(a);
    Object *key = int_new(7);
    dict_set(a, key, none());
    decref(key);
}

TEST(a_dict_can_be_filled_while_it_is_cleared)
{
    begin(dict_new);
    static Type filler;
    filler = last_words;
    filler.finalize = ask_length;
    seen = 9;
    give_value(a, object_new(&filler));
    give_key(a, int_new(2), 1000);

    dict_clear(a);

    EXPECT_EQ(seen, 0);
    EXPECT_EQ(dict_length(a), 1);
}
