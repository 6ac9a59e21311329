// weakref_test.c: what chapter 4 claims of references that hold nobody.
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
#include "types/str.h"

#include <stdlib.h>
#include <string.h>

static Class class;
static char said[16]; // a letter for each farewell, in order
static Object *parted[2]; // the weak references told of, in order
static Object *place;
static bool was_alive;

static void begin(void)
{
    said[0] = '\0';
    parted[0] = parted[1] = place = NULL;
    was_alive = false;
    class = class_new("class", NULL);
}

static bool have_parted(const char *letters)
{
    return strcmp(said, letters) == 0;
}

static void say_a(Object *weakref, Object *with)
{
    (void)with;
    parted[said[0] != '\0'] = weakref;
    strcat(said, "a");
}

static void say_b(Object *weakref, Object *with)
{
    (void)with;
    parted[said[0] != '\0'] = weakref;
    strcat(said, "b");
}

static bool is_dead(Object *weakref)
{
    Object *target = weakref_get(weakref);
    bool answer = target == NULL;
    ref_clear(&target);
    return answer;
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

// Let "x" be a new instance.
static bool bind_x(void)
{
    Object *made = instance_new(&class);
    bool done = made != NULL && scope_bind(names, "x", made);
    ref_clear(&made);
    return done;
}

TEST(a_weak_reference_leads_to_its_target)
{
    begin();
    Object *target = hold(instance_new(&class));

    Object *weak = hold(weakref_new(target, NULL, NULL));
    EXPECT(ref_count(target) == 1);

    EXPECT(object_is(hold(weakref_get(weak)), target));
    EXPECT(ref_count(target) == 2);
}

TEST(a_weak_reference_is_dead_when_its_target_is)
{
    begin();
    did(bind_x());
    did(scope_bind(names, "y", scope_lookup(names, "x")));
    Object *weak = hold(weakref_new(scope_lookup(names, "x"), NULL, NULL));

    scope_unbind(names, "x");
    EXPECT(!is_dead(weak));

    scope_unbind(names, "y");
    EXPECT(is_dead(weak) && ref_count(weak) == 1);
}

TEST(all_weak_references_to_a_target_die_with_it)
{
    begin();
    did(bind_x());
    Object *first = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));
    Object *second = hold(weakref_new(scope_lookup(names, "x"), NULL, NULL));
    Object *third = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));

    scope_unbind(names, "x");

    EXPECT(is_dead(first) && is_dead(second) && is_dead(third));
}

TEST(weak_references_without_a_farewell_are_one)
{
    begin();
    Object *target = hold(instance_new(&class));
    Object *weak = hold(weakref_new(target, NULL, NULL));
    hold(weakref_new(target, say_a, NULL));

    Object *again = hold(weakref_new(target, NULL, NULL));

    EXPECT(object_is(again, weak) && ref_count(weak) == 2);
}

TEST(weak_references_with_a_farewell_are_made_anew_each_time)
{
    begin();
    Object *target = hold(instance_new(&class));
    Object *weak = hold(weakref_new(target, say_a, NULL));

    EXPECT(!object_is(hold(weakref_new(target, say_a, NULL)), weak));
    EXPECT(!object_is(hold(weakref_new(target, NULL, NULL)), weak));
}

TEST(weak_references_to_two_targets_are_two)
{
    begin();
    Object *a = hold(instance_new(&class));
    Object *b = hold(instance_new(&class));

    Object *weak = hold(weakref_new(a, NULL, NULL));

    EXPECT(!object_is(hold(weakref_new(b, NULL, NULL)), weak));
}

TEST(a_shared_weak_reference_that_died_is_made_anew)
{
    begin();
    Object *target = hold(instance_new(&class));
    Object *weak = weakref_new(target, NULL, NULL);
    did(weak != NULL);
    decref(weak);

    weak = hold(weakref_new(target, NULL, NULL));

    EXPECT(object_is(hold(weakref_get(weak)), target));
}

TEST(farewells_are_said_the_newest_first)
{
    begin();
    did(bind_x());
    Object *old = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));
    Object *new = hold(weakref_new(scope_lookup(names, "x"), say_b, NULL));

    scope_unbind(names, "x");

    EXPECT(have_parted("ba"));
    EXPECT(parted[0] == new && parted[1] == old);
}

TEST(a_farewell_is_said_once)
{
    begin();
    did(bind_x());
    hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));
    scope_unbind(names, "x");
    EXPECT(have_parted("a"));

    did(bind_x());
    scope_unbind(names, "x");

    EXPECT(have_parted("a"));
}

static bool append_weakref(Object *list, Farewell farewell)
{
    Object *weak = weakref_new(scope_lookup(names, "x"), farewell, NULL);
    bool done = weak != NULL && list_append(list, weak);
    ref_clear(&weak);
    return done;
}

TEST(a_weak_reference_that_dies_first_says_no_farewell)
{
    begin();
    Object *list = hold(list_new());
    did(bind_x());
    did(append_weakref(list, say_a));
    list_clear(list);

    scope_unbind(names, "x");

    EXPECT(have_parted(""));
}

TEST(weak_references_can_die_in_any_order)
{
    begin();
    Object *list = hold(list_new());
    did(bind_x());
    did(append_weakref(list, say_a));
    did(append_weakref(list, say_b));
    did(append_weakref(list, say_a));
    did(append_weakref(list, say_b));
    list_set(list, 1, none());
    list_set(list, 3, none());
    scope_unbind(names, "x");
    EXPECT(have_parted("aa"));
}

TEST(a_weak_reference_can_die_after_its_target)
{
    begin();
    Object *list = hold(list_new());
    did(bind_x());
    did(append_weakref(list, NULL));
    did(append_weakref(list, say_a));
    scope_unbind(names, "x");

    list_clear(list);

    EXPECT(have_parted("a"));
}

static void let_go_of_place(Object *weakref, Object *with)
{
    (void)with;
    list_clear(place);
    say_a(weakref, with);
    was_alive = ref_count(weakref) == 1;
}

TEST(a_farewell_can_drop_its_own_weak_reference)
{
    begin();
    place = hold(list_new());
    did(bind_x());
    did(append_weakref(place, let_go_of_place));

    scope_unbind(names, "x");

    EXPECT(have_parted("a") && list_length(place) == 0);
    EXPECT(was_alive); // the weak reference, until it was told
}

static void look_at_place(Object *weakref, Object *with)
{
    (void)with;
    say_a(weakref, with);
    was_alive = !is_dead(weakref);
    for (size_t i = 0; i < list_length(place); i++)
        if (!shows(list_get(place, i), "<weakref; dead>"))
            was_alive = true;
}

TEST(a_farewell_finds_all_weak_references_dead)
{
    begin();
    place = hold(list_new());
    did(bind_x());
    did(append_weakref(place, say_b));
    Object *weak = hold(weakref_new(scope_lookup(names, "x"),
                                    look_at_place, NULL));
    did(append_weakref(place, NULL));
    was_alive = true;

    scope_unbind(names, "x");

    EXPECT(have_parted("ab") && parted[0] == weak && !was_alive);
}

static void finalize(Object *self)
{
    strcat(said, "f");
    Object *target = place == NULL ? NULL : weakref_get(place);
    was_alive = target == self;
    ref_clear(&target);
}

TEST(a_finalizer_finds_the_weak_reference_alive)
{
    begin();
    class.type.finalize = finalize;
    did(bind_x());
    place = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));

    scope_unbind(names, "x");

    EXPECT(have_parted("fa") && was_alive && is_dead(place));
}

static void save(Object *self)
{
    if (place != NULL)
        list_set(place, 0, self);
}

TEST(what_its_finalizer_saves_has_its_farewell_to_come)
{
    begin();
    class.type.finalize = save;
    Object *list = hold(list_new());
    did(list_append(list, none()));
    did(bind_x());
    Object *weak = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));
    place = list;
    scope_unbind(names, "x");
    EXPECT(have_parted("") && !is_dead(weak));
    list_set(list, 0, none());
    EXPECT(have_parted("a") && is_dead(weak));
}

static void look_at_attribute(Object *self)
{
    strcat(said, place == NULL || is_dead(place) ? "d" : "l");
    was_alive = ref_count(self) > 0;
}

static bool set_part(Object *self, Class *part)
{
    Object *made = instance_new(part);
    bool done = made != NULL && instance_set(self, "part", made);
    ref_clear(&made);
    return done;
}

TEST(attributes_die_after_the_farewells_of_their_owner)
{
    begin();
    static Class part;
    part = class_new("part", NULL);
    did(bind_x());
    did(set_part(scope_lookup(names, "x"), &part));
    place = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));
    part.type.finalize = look_at_attribute;
    scope_unbind(names, "x");
    EXPECT(have_parted("ad"));
}

TEST(lists_ints_and_the_like_have_no_weak_references)
{
    Object *list = hold(list_new());
    Object *dict = hold(dict_new());
    Object *number = hold(int_new(1000));

    EXPECT(weakref_new(list, NULL, NULL) == NULL);
    EXPECT(weakref_new(dict, say_a, NULL) == NULL);
    EXPECT(weakref_new(number, NULL, NULL) == NULL);
    EXPECT(weakref_new(none(), NULL, NULL) == NULL);
}

TEST(a_weak_reference_is_its_own_copy)
{
    begin();
    Object *target = hold(instance_new(&class));
    Object *weak = hold(weakref_new(target, NULL, NULL));

    EXPECT(object_is(hold(copy_shallow(weak)), weak));
    EXPECT(object_is(hold(copy_deep(weak)), weak));
}

TEST(a_class_derived_from_dict_has_weak_references)
{
    begin();
    class = class_new("class", &dict_type);
    did(bind_x());
    Object *weak = hold(weakref_new(scope_lookup(names, "x"), say_a, NULL));
    EXPECT(!is_dead(weak));

    scope_unbind(names, "x");

    EXPECT(is_dead(weak) && have_parted("a"));
}

TEST(a_weak_reference_shows_whether_its_target_lives)
{
    begin();
    did(bind_x());
    Object *weak = hold(weakref_new(scope_lookup(names, "x"), NULL, NULL));
    EXPECT(shows(weak, "<weakref>"));

    scope_unbind(names, "x");

    EXPECT(shows(weak, "<weakref; dead>"));
}

// Weak references as keys, as in Python 3.11.

TEST(weak_references_to_equal_targets_are_equal_while_both_live)
{
    begin();
    class = class_new("class", &dict_type);
    did(bind_x());
    Object *other = hold(instance_new(&class));
    Object *a = hold(weakref_new(scope_lookup(names, "x"), NULL, NULL));
    Object *b = hold(weakref_new(other, NULL, NULL));
    EXPECT(object_equal(a, b) && object_equal(b, a));

    scope_unbind(names, "x");

    EXPECT(!object_equal(a, b) && !object_equal(b, a));
    EXPECT(object_equal(a, a));
}

TEST(a_weak_reference_equals_nothing_else)
{
    begin();
    Object *target = hold(instance_new(&class));
    Object *weak = hold(weakref_new(target, NULL, NULL));

    EXPECT(!object_equal(weak, target) && !object_equal(target, weak));
}

TEST(a_weak_reference_is_a_key_that_its_target_s_others_find)
{
    begin();
    did(bind_x());
    Object *target = scope_lookup(names, "x");
    Object *a = hold(weakref_new(target, NULL, NULL));
    Object *b = hold(weakref_new(target, say_a, NULL));
    Object *dict = hold(dict_new());
    did(dict_set(dict, a, none()));
    EXPECT_EQ(dict_get(dict, b), none());

    scope_unbind(names, "x");

    EXPECT_EQ(dict_get(dict, a), none());
    EXPECT(dict_get(dict, b) == NULL && error_occurred() == NULL);
}

TEST(a_weak_reference_that_was_never_hashed_has_no_hash_when_dead)
{
    begin();
    did(bind_x());
    Object *weak = hold(weakref_new(scope_lookup(names, "x"), NULL, NULL));
    scope_unbind(names, "x");
    size_t hash;

    EXPECT(!object_hash(weak, &hash));

    EXPECT(error_occurred() == &type_error);
    error_clear();
}

TEST(a_weak_reference_to_what_has_no_hash_has_none)
{
    begin();
    class = class_new("class", &dict_type);
    Object *target = hold(instance_new(&class));
    Object *weak = hold(weakref_new(target, NULL, NULL));
    size_t hash;

    EXPECT(!object_hash(weak, &hash));

    EXPECT(error_occurred() == &type_error);
    error_clear();
}

TEST(what_has_no_weak_references_is_a_type_error)
{
    EXPECT(weakref_new(none(), NULL, NULL) == NULL);

    EXPECT(error_occurred() == &type_error);
    error_clear();
}

TEST(a_set_has_weak_references)
{
    begin();
    Object *set = set_new();
    did(set != NULL);
    Object *weak = weakref_new(set, say_a, NULL);
    decref(set);
    did(weak != NULL);

    EXPECT(is_dead(weak) && have_parted("a"));
    decref(weak);
}

static void say_with(Object *weakref, Object *with)
{
    (void)weakref;
    strcat(said, str_text(with));
}

TEST(a_farewell_is_given_what_is_its_own)
{
    begin();
    did(bind_x());
    Object *target = scope_lookup(names, "x");
    Object *x = hold(str_new("ex")), *y = hold(str_new("wy"));
    hold(weakref_new(target, say_with, x));
    hold(weakref_new(target, say_with, y));
    EXPECT_EQ(ref_count(x), 2);

    scope_unbind(names, "x");

    EXPECT(have_parted("wyex"));
}

TEST(a_weak_reference_gives_up_what_its_farewell_was_to_be_given)
{
    begin();
    Object *target = hold(instance_new(&class)), *x = hold(str_new("ex"));
    Object *weak = weakref_new(target, say_with, x);
    did(weak != NULL);
    decref(weak);

    EXPECT_EQ(ref_count(x), 1);
}

TEST(a_weak_reference_that_has_said_its_farewell_keeps_nothing)
{
    begin();
    did(bind_x());
    Object *target = scope_lookup(names, "x"), *x = hold(str_new("ex"));
    hold(weakref_new(target, say_with, x));

    scope_unbind(names, "x");

    EXPECT_EQ(ref_count(x), 1);
}

static void is_met(Object *child, void *context)
{
    Object **wanted = context;
    if (child == *wanted)
        *wanted = NULL;
}

TEST(what_a_farewell_is_to_be_given_is_visited)
{
    begin();
    Object *target = hold(instance_new(&class)), *x = hold(str_new("ex"));
    Object *weak = hold(weakref_new(target, say_with, x));

    weak->type->visit(weak, is_met, &x);

    EXPECT(x == NULL);
}

// A chain of a hundred thousand to go through each time would take
// minutes.
TEST_BIG(the_shared_weak_reference_is_found_at_once)
{
    begin();
    mem_fail_after(SIZE_MAX);
    Object *target = hold(instance_new(&class));
    Object *all = hold(list_new()), *shared = NULL;
    for (int i = 0; i < 100000; i++) {
        Object *weak = weakref_new(target, say_a, NULL);
        list_append(all, weak);
        decref(weak);
    }
    shared = hold(weakref_new(target, NULL, NULL));

    for (int i = 0; i < 100000; i++)
        decref(weakref_new(target, NULL, NULL));

    EXPECT_EQ(ref_count(shared), 1);
}

TEST(farewells_are_said_the_newest_first_whenever_the_shared_one_came)
{
    begin();
    did(bind_x());
    Object *target = scope_lookup(names, "x");
    hold(weakref_new(target, say_a, NULL));
    Object *shared = hold(weakref_new(target, NULL, NULL));
    hold(weakref_new(target, say_b, NULL));
    EXPECT_EQ(hold(weakref_new(target, NULL, NULL)), shared);

    scope_unbind(names, "x");

    EXPECT(have_parted("ba") && is_dead(shared));
}

static Object *lookup_in_vain(Object *weakref, Object *with)
{
    (void)weakref;
    return dict_get(with, with);
}

static void fail(Object *weakref, Object *with)
{
    was_alive = error_occurred() == NULL;
    lookup_in_vain(weakref, with);
    strcat(said, error_occurred() == &type_error ? "t" : "?");
}

TEST(a_farewell_finds_no_error_and_loses_none)
{
    begin();
    did(bind_x());
    Object *dict = hold(dict_new());
    hold(weakref_new(scope_lookup(names, "x"), fail, dict));
    error_set(&index_error, "before");

    scope_unbind(names, "x");

    EXPECT(was_alive && have_parted("t"));
    EXPECT(error_occurred() == &index_error);
    error_clear();
}
