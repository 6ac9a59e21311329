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
