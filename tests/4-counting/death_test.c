// death_test.c: what chapter 4 claims of who dies, and before whom.
//
// The classes are named by one letter, which their finalizer writes: so
// `said` tells who died, in order.
#include "check.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <string.h>

static Class a, b, c;
static char said[16];

static void say(Object *self)
{
    strcat(said, self->type->name);
}

static Class class_that_says(const char *letter)
{
    Class class = class_new(letter, NULL);
    class.type.finalize = say;
    return class;
}

static void begin(void)
{
    said[0] = '\0';
    a = class_that_says("a");
    b = class_that_says("b");
    c = class_that_says("c");
}

static bool have_died(const char *letters)
{
    return strcmp(said, letters) == 0;
}

// These four put what was just made where it will live, and let go.

static bool give(const char *name, STEALS Object *made)
{
    bool done = made != NULL && scope_bind(names, name, made);
    ref_clear(&made);
    return done;
}

static bool append(Object *list, STEALS Object *made)
{
    bool done = made != NULL && list_append(list, made);
    ref_clear(&made);
    return done;
}

static bool set_item(Object *dict, STEALS Object *key,
                     STEALS Object *value)
{
    bool done = key != NULL && value != NULL
                && dict_set(dict, key, value);
    ref_clear(&key);
    ref_clear(&value);
    return done;
}

static bool set_attribute(Object *self, const char *name,
                          STEALS Object *made)
{
    bool done = made != NULL && instance_set(self, name, made);
    ref_clear(&made);
    return done;
}

TEST(an_object_dies_when_its_last_name_is_deleted)
{
    begin();
    did(give("x", instance_new(&a)));
    did(scope_bind(names, "y", scope_lookup(names, "x")));

    scope_unbind(names, "x");
    EXPECT(have_died(""));

    scope_unbind(names, "y");
    EXPECT(have_died("a"));
}

TEST(an_object_dies_when_its_name_is_rebound)
{
    begin();
    did(give("x", instance_new(&a)));

    did(give("x", instance_new(&b)));

    EXPECT(have_died("a"));
}

TEST(a_temporary_dies_at_once)
{
    begin();
    Object *temporary = instance_new(&a);
    did(temporary != NULL);

    decref(temporary);

    EXPECT(have_died("a"));
}

TEST(items_of_a_list_die_last_to_first)
{
    begin();
    did(give("l", list_new()));
    did(append(scope_lookup(names, "l"), instance_new(&a)));
    did(append(scope_lookup(names, "l"), instance_new(&b)));
    did(append(scope_lookup(names, "l"), instance_new(&c)));

    scope_unbind(names, "l");

    EXPECT(have_died("cba"));
}

TEST(items_of_a_list_that_is_cleared_die_last_to_first)
{
    begin();
    Object *list = hold(list_new());
    did(append(list, instance_new(&a)));
    did(append(list, instance_new(&b)));
    did(append(list, instance_new(&c)));

    list_clear(list);

    EXPECT(have_died("cba") && list_length(list) == 0);
}

TEST(items_of_a_tuple_die_last_to_first)
{
    begin();
    Object *list = hold(list_new());
    did(append(list, instance_new(&a)));
    did(append(list, instance_new(&b)));
    Object *items[] = { list_get(list, 0), list_get(list, 1) };
    did(give("t", tuple_new(2, items)));
    list_clear(list);

    scope_unbind(names, "t");

    EXPECT(have_died("ba"));
}

TEST(a_dict_dies_first_to_last_and_each_key_before_its_value)
{
    begin();
    did(give("d", dict_new()));
    Object *dict = scope_lookup(names, "d");
    did(set_item(dict, instance_new(&a), instance_new(&b)));
    did(set_item(dict, instance_new(&c), instance_new(&a)));

    scope_unbind(names, "d");

    EXPECT(have_died("abca"));
}

TEST(a_dict_that_is_cleared_lets_go_in_the_same_order)
{
    begin();
    Object *dict = hold(dict_new());
    did(set_item(dict, instance_new(&a), instance_new(&b)));
    did(set_item(dict, instance_new(&c), instance_new(&a)));

    dict_clear(dict);

    EXPECT(have_died("abca") && dict_length(dict) == 0);
}

TEST(a_key_that_is_deleted_dies_before_its_value)
{
    begin();
    Object *dict = hold(dict_new());
    Object *key = instance_new(&a);
    did(key != NULL);
    did(set_item(dict, key, instance_new(&b)));

    dict_delete(dict, key);

    EXPECT(have_died("ab"));
}

TEST(members_of_a_set_die_first_to_last)
{
    begin();
    did(give("s", set_new()));
    Object *first = instance_new(&a), *last = instance_new(&b);
    bool is_whole = first != NULL && last != NULL
                    && set_add(scope_lookup(names, "s"), first)
                    && set_add(scope_lookup(names, "s"), last);
    ref_clear(&first);
    ref_clear(&last);
    did(is_whole);
    scope_unbind(names, "s");
    EXPECT(have_died("ab"));
}

TEST(attributes_die_in_their_order_after_their_owner_s_finalizer)
{
    begin();
    did(give("x", instance_new(&c)));
    Object *owner = scope_lookup(names, "x");
    did(set_attribute(owner, "second", instance_new(&a)));
    did(set_attribute(owner, "first", instance_new(&b)));

    scope_unbind(names, "x");

    EXPECT(have_died("cab"));
}

TEST(attributes_of_a_derived_instance_die_before_its_items)
{
    begin();
    static Class derived;
    derived = class_new("derived", &dict_type);
    did(give("x", instance_new(&derived)));
    Object *owner = scope_lookup(names, "x");
    did(set_item(owner, instance_new(&b), instance_new(&c)));
    did(set_attribute(owner, "attribute", instance_new(&a)));

    scope_unbind(names, "x");

    EXPECT(have_died("abc"));
}

// Let "head" be an instance of `class` with the old head behind it.
static bool grow_chain(Class *class)
{
    Object *made = instance_new(class);
    Object *head = scope_lookup(names, "head");
    bool done = made != NULL
                && (head == NULL || instance_set(made, "next", head))
                && scope_bind(names, "head", made);
    ref_clear(&made);
    return done;
}

TEST(a_chain_dies_head_first)
{
    begin();
    did(grow_chain(&c));
    did(grow_chain(&b));
    did(grow_chain(&a));

    scope_unbind(names, "head");

    EXPECT(have_died("abc"));
}

TEST(what_somebody_else_holds_outlives_the_chain)
{
    begin();
    did(grow_chain(&b));
    Object *tail = hold(ref_new(scope_lookup(names, "head")));
    did(grow_chain(&a));

    scope_unbind(names, "head");

    EXPECT(have_died("a") && ref_count(tail) == 1);
}

static Object *place; // where something dies

static Object *clear_place(Scope *locals)
{
    list_clear(place);
    return have_died("") && locals != names ? own(none()) : NULL;
}

TEST(names_of_a_call_die_first_to_last_when_it_ends)
{
    begin();
    place = hold(list_new());
    did(append(place, instance_new(&a)));
    did(append(place, instance_new(&b)));
    Object *arguments[] = { list_get(place, 0), list_get(place, 1) };
    Function f = { "f", { "x", "y" }, clear_place };

    hold(scope_call(&f, arguments, names));

    EXPECT(have_died("ab"));
}

TEST(an_item_that_is_popped_outlives_its_list)
{
    begin();
    did(give("l", list_new()));
    did(append(scope_lookup(names, "l"), instance_new(&a)));
    Object *item = list_pop(scope_lookup(names, "l"));

    scope_unbind(names, "l");
    EXPECT(have_died(""));

    decref(item);
    EXPECT(have_died("a"));
}

// From here on: what a finalizer finds. `seen` is what it found.

static Object *seen, *key, *spare;

static void look_up_x(Object *self)
{
    say(self);
    seen = scope_lookup(names, "x");
}

TEST(a_finalizer_sees_the_new_value_of_the_name)
{
    begin();
    a.type.finalize = look_up_x;
    did(give("x", instance_new(&a)));

    did(scope_bind(names, "x", none()));

    EXPECT(have_died("a") && object_is(seen, none()));
}

TEST(a_finalizer_finds_the_deleted_name_gone)
{
    begin();
    a.type.finalize = look_up_x;
    did(give("x", instance_new(&a)));
    did(scope_bind(names, "y", none()));
    seen = none();

    scope_unbind(names, "x");

    EXPECT(have_died("a") && seen == NULL);
    EXPECT(object_is(scope_lookup(names, "y"), none()));
}

static Scope *ending; // once its call is about to end

static void look_up_x_in_ending(Object *self)
{
    say(self);
    seen = ending == NULL ? NULL : scope_lookup(ending, "x");
}

static Object *clear_place_and_end(Scope *locals)
{
    ending = locals;
    return clear_place(locals);
}

TEST(a_finalizer_finds_its_name_gone_when_the_call_ends)
{
    begin();
    ending = NULL;
    a.type.finalize = look_up_x_in_ending;
    place = hold(list_new());
    did(append(place, instance_new(&a)));
    Object *argument = list_get(place, 0);
    Function f = { "f", { "x" }, clear_place_and_end };
    seen = place;

    hold(scope_call(&f, &argument, names));

    EXPECT(have_died("a") && seen == NULL);
}

static void append_none(Object *self)
{
    say(self);
    if (list_length(place) == 0)
        list_append(place, none());
}

TEST(a_finalizer_finds_the_cleared_list_empty_and_can_fill_it)
{
    begin();
    mem_fail_after(SIZE_MAX); // so that the finalizer's append succeeds
    a.type.finalize = append_none;
    place = hold(list_new());
    did(append(place, instance_new(&b)));
    did(append(place, instance_new(&a)));

    list_clear(place);

    EXPECT(have_died("ab") && list_length(place) == 1);
    EXPECT(object_is(list_get(place, 0), none()));
}

static void look_at_item(Object *self)
{
    say(self);
    seen = list_get(place, 0);
}

TEST(a_finalizer_sees_the_new_item_of_the_list)
{
    begin();
    place = hold(list_new());
    did(append(place, instance_new(&a)));
    a.type.finalize = look_at_item;

    list_set(place, 0, none());

    EXPECT(have_died("a") && object_is(seen, none()));
}

static void set_spare(Object *self)
{
    say(self);
    seen = dict_get(place, key);
    dict_set(place, key, spare);
}

TEST(a_finalizer_sees_the_key_s_new_value_and_can_set_another)
{
    begin();
    key = hold(int_new(1000));
    spare = hold(int_new(2000));
    place = hold(dict_new());
    did(set_item(place, ref_new(key), instance_new(&a)));
    a.type.finalize = set_spare;

    did(dict_set(place, key, none()));

    EXPECT(have_died("a") && object_is(seen, none()));
    EXPECT(object_is(dict_get(place, key), spare));
}

static size_t length_seen;

static void look_for_key(Object *self)
{
    say(self);
    seen = dict_get(place, key);
    length_seen = dict_length(place);
}

TEST(a_finalizer_finds_the_deleted_key_gone)
{
    begin();
    key = seen = hold(int_new(1000));
    place = hold(dict_new());
    did(set_item(place, ref_new(key), instance_new(&a)));
    a.type.finalize = look_for_key;

    dict_delete(place, key);

    EXPECT(have_died("a") && seen == NULL && length_seen == 0);
}

TEST(a_finalizer_finds_the_cleared_dict_empty)
{
    begin();
    key = seen = hold(int_new(1000));
    place = hold(dict_new());
    did(set_item(place, ref_new(key), instance_new(&a)));
    a.type.finalize = look_for_key;

    dict_clear(place);

    EXPECT(have_died("a") && seen == NULL && length_seen == 0);
}

static size_t count_seen;

static void count_owner(Object *self)
{
    say(self);
    count_seen = ref_count(seen);
}

TEST(an_owner_has_no_reference_left_when_its_attributes_die)
{
    begin();
    did(give("x", instance_new(&b)));
    seen = scope_lookup(names, "x");
    did(set_attribute(seen, "attribute", instance_new(&a)));
    did(instance_set(seen, "last", none())); // outlives its memory
    a.type.finalize = count_owner;
    count_seen = 1;

    scope_unbind(names, "x");

    EXPECT(have_died("ba") && count_seen == 0);
}
