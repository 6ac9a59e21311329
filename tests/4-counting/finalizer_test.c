// finalizer_test.c: what chapter 4 claims of finalizers.
//
// A finalizer does its deed on `place`, once the test has set it.
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/tuple.h"

static Class class, other;
static Object *place;
static int ndead; // how many have been finalized

static void count(Object *self)
{
    ndead += ref_count(self) == 1;
}

static void begin(void)
{
    ndead = 0;
    place = NULL;
    class = class_new("class", NULL);
    other = class_new("other", NULL);
    class.type.finalize = other.type.finalize = count;
}

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

TEST(a_finalizer_holds_the_one_reference_while_it_runs)
{
    begin();
    did(give("x", instance_new(&class)));

    scope_unbind(names, "x");

    EXPECT(ndead == 1); // it counts those with one reference
}

static void look_at_attribute(Object *self)
{
    count(self);
    if (place != NULL)
        list_set(place, 0, instance_get(self, "a"));
}

TEST(a_finalizer_finds_the_attributes_there)
{
    begin();
    class.type.finalize = look_at_attribute;
    Object *list = hold(list_new()), *value = hold(int_new(1000));
    did(list_append(list, none()));
    did(give("x", instance_new(&class)));
    did(instance_set(scope_lookup(names, "x"), "a", value));
    place = list;

    scope_unbind(names, "x");

    EXPECT(object_is(list_get(list, 0), value));
    EXPECT(ref_count(value) == 2);
}

// Write oneself into the list, and so live on.
static void survive(Object *self)
{
    count(self);
    if (place != NULL)
        list_set(place, 0, self);
}

TEST(what_its_finalizer_saves_lives_on_with_its_attributes)
{
    begin();
    class.type.finalize = survive;
    Object *list = hold(list_new()), *value = hold(int_new(1000));
    did(list_append(list, none()));
    did(give("x", instance_new(&class)));
    did(instance_set(scope_lookup(names, "x"), "a", value));
    place = list;

    scope_unbind(names, "x");

    Object *saved = list_get(list, 0);
    EXPECT(saved->type == &class.type && ref_count(saved) == 1);
    EXPECT(object_is(instance_get(saved, "a"), value));
}

TEST(what_was_saved_once_dies_in_silence)
{
    begin();
    class.type.finalize = survive;
    Object *list = hold(list_new()), *value = hold(int_new(1000));
    did(list_append(list, none()));
    did(give("x", instance_new(&class)));
    did(instance_set(scope_lookup(names, "x"), "a", value));
    place = list;
    scope_unbind(names, "x");

    list_set(list, 0, none());

    EXPECT(ndead == 1 && object_is(list_get(list, 0), none()));
    EXPECT(ref_count(value) == 1);
}

TEST(a_weak_reference_to_what_was_saved_stays)
{
    begin();
    class.type.finalize = survive;
    Object *list = hold(list_new());
    did(list_append(list, none()));
    did(give("x", instance_new(&class)));
    Object *weak = hold(weakref_new(scope_lookup(names, "x"), NULL, NULL));
    place = list;

    scope_unbind(names, "x");

    Object *saved = hold(weakref_get(weak));
    EXPECT(object_is(saved, list_get(list, 0)));
}

// Be saved for a moment, and let go of again.
static void hesitate(Object *self)
{
    count(self);
    if (place == NULL)
        return;
    list_set(place, 0, self);
    list_set(place, 0, none());
}

TEST(what_is_saved_and_dropped_within_its_finalizer_dies)
{
    begin();
    class.type.finalize = hesitate;
    Object *list = hold(list_new());
    did(list_append(list, none()));
    did(give("x", instance_new(&class)));
    size_t live = mem_live_bytes();
    place = list;

    scope_unbind(names, "x");

    EXPECT(ndead == 1 && mem_live_bytes() < live);
}

TEST(a_copy_of_what_was_saved_has_a_finalizer_to_come)
{
    begin();
    class.type.finalize = survive;
    Object *list = hold(list_new());
    did(list_append(list, none()));
    did(give("x", instance_new(&class)));
    place = list;
    scope_unbind(names, "x");
    Object *copy = copy_shallow(list_get(list, 0));
    did(copy != NULL);
    place = NULL;
    decref(copy);
    EXPECT(ndead == 2);
}

static void drop_neighbours(Object *self)
{
    count(self);
    if (place != NULL)
        list_clear(place);
}

TEST(a_finalizer_can_drop_the_last_reference_to_another)
{
    begin();
    class.type.finalize = drop_neighbours;
    Object *list = hold(list_new());
    did(append(list, instance_new(&other)));
    did(give("x", instance_new(&class)));
    place = list;

    scope_unbind(names, "x");

    EXPECT(ndead == 2 && list_length(list) == 0);
}

TEST(a_finalizer_can_empty_the_list_that_lets_go_of_it)
{
    begin();
    class.type.finalize = drop_neighbours;
    Object *list = hold(list_new());
    did(append(list, instance_new(&other)));
    did(append(list, instance_new(&class)));
    did(append(list, instance_new(&other)));
    place = list;

    list_set(list, 1, none());

    EXPECT(ndead == 3 && list_length(list) == 0);
}

static void rebind_x(Object *self)
{
    count(self);
    scope_bind(names, "x", bool_of(true));
}

TEST(a_finalizer_can_bind_the_name_that_let_it_go)
{
    begin();
    did(give("x", instance_new(&class)));
    class.type.finalize = rebind_x;

    did(scope_bind(names, "x", none()));

    EXPECT(object_is(scope_lookup(names, "x"), bool_of(true)));
}

static void bind_new_names(Object *self)
{
    count(self);
    scope_bind(names, "y", none());
    scope_bind(names, "z", none());
}

TEST(a_finalizer_can_bind_new_names)
{
    begin();
    mem_fail_after(SIZE_MAX); // so that the finalizer can bind them
    did(give("x", instance_new(&class)));
    class.type.finalize = bind_new_names;

    did(scope_bind(names, "x", none()));

    EXPECT(object_is(scope_lookup(names, "x"), none()));
    EXPECT(object_is(scope_lookup(names, "y"), none()));
    EXPECT(object_is(scope_lookup(names, "z"), none()));
}

static void have_child(Object *self)
{
    count(self);
    if (ndead == 3)
        return;
    Object *child = instance_new(&class);
    instance_set(self, "child", child);
    decref(child);
}

TEST(a_finalizer_can_make_objects_that_die_after_it)
{
    begin();
    mem_fail_after(SIZE_MAX); // so that the finalizer has memory
    class.type.finalize = have_child;
    size_t live = mem_live_bytes();
    Object *self = instance_new(&class);

    decref(self);

    EXPECT(ndead == 3 && mem_live_bytes() == live);
}

static void unbind_all(Object *self)
{
    count(self);
    scope_unbind(names, "x");
    scope_unbind(names, "y");
}

TEST(a_finalizer_can_delete_the_name_that_let_it_go)
{
    begin();
    did(give("x", instance_new(&class)));
    did(give("y", instance_new(&other)));
    class.type.finalize = unbind_all;

    did(scope_bind(names, "x", none()));

    EXPECT(ndead == 2);
    EXPECT(scope_lookup(names, "x") == NULL);
}

static const Exception *found, *left;

static void fail(Object *self)
{
    count(self);
    found = error_occurred();
    list_pop(place);
    left = error_occurred();
}

TEST(a_finalizer_finds_no_error_and_loses_none)
{
    begin();
    place = hold(list_new());
    did(give("x", instance_new(&class)));
    class.type.finalize = fail;
    error_set(&type_error, "before");

    scope_unbind(names, "x");

    EXPECT(found == NULL && left == &index_error);
    EXPECT(error_occurred() == &type_error);
    error_clear();
}

TEST(the_error_of_a_finalizer_is_not_its_caller_s)
{
    begin();
    place = hold(list_new());
    did(give("x", instance_new(&class)));
    class.type.finalize = fail;

    scope_unbind(names, "x");

    EXPECT(left == &index_error && error_occurred() == NULL);
}

// A type of the program's own, whose objects may note that they were
// finalized, or not; in CPython those that the collector knows do.
typedef struct Own {
    Object object;
    bool is_finalized;
} Own;

static Type own_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "own",
    .size = sizeof(Own),
    .finalize = survive,
};

static void end_twice(size_t finalized)
{
    begin();
    own_type.finalized = finalized;
    Object *list = hold(list_new());
    did(list_append(list, none()));
    place = list;
    Object *self = object_new(&own_type);
    did(self != NULL);
    decref(self);
    list_set(list, 0, none());
}

TEST(an_object_of_any_type_can_note_that_it_was_finalized)
{
    end_twice(offsetof(Own, is_finalized));

    EXPECT(ndead == 1 && object_is(list_get(place, 0), none()));
}

TEST(what_notes_nothing_is_finalized_at_each_end)
{
    end_twice(0);
    EXPECT(ndead == 2 && !object_is(list_get(place, 0), none()));

    own_type.finalize = NULL;
    list_set(place, 0, none());
    own_type.finalize = survive;
}

// What is there once for all.

static void give_up_none(void)
{
    while (ref_count(none()) > 1)
        decref(none());
    decref(none());
}

static void give_up(Object *self)
{
    while (ref_count(self) > 1)
        decref(self);
    decref(self);
}

TEST(to_give_up_what_is_there_once_for_all_ends_in_a_sentence)
{
    EXPECT_PANIC(give_up_none(), "the one NoneType was given up");
    EXPECT_PANIC(give_up(bool_of(true)), "the one bool was given up");
    EXPECT_PANIC(give_up(&int_type.object), "the one type was given up");
    EXPECT_PANIC(give_up(hold(int_new(7))), "the one int was given up");
    EXPECT_PANIC(give_up(hold(tuple_new(0, NULL))),
                 "the one tuple was given up");
}
