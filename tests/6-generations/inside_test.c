// inside_test.c: what a collection within an allocation may not break.
//
// Each test plants a bomb: garbage whose finalizer does a deed at the
// next allocation of a container. CPython 3.11 was asked first; where
// it crashes (list.copy of a list that the finalizer clears) or has two
// weak references where one would do, ours must not.
#include "check.h"

#include "gc/gc.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

static Class bomb, class;
static void (*deed)(void);
static int nblown;
static Object *list, *dict, *target, *made;

static void blow(Object *self)
{
    (void)self;
    gc_disable();
    nblown++;
    if (deed != NULL)
        deed();
}

static void arm(void (*what)(void))
{
    deed = what;
    nblown = 0;
    gc_collect();
    Object *self = instance_new(&bomb);
    instance_set(self, "me", self);
    decref(self);
    gc_set_threshold(1, (const int[]){ 1 });
    gc_enable();
}

static void begin(void)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
    bomb = class_new("bomb", NULL);
    bomb.type.finalize = blow;
    list = hold(list_new());
    for (int i = 1000; i < 1003; i++) {
        Object *item = int_new(i);
        list_append(list, item);
        decref(item);
    }
    target = hold(instance_new(&class));
    made = NULL;
}

static void clear_list(void)
{
    list_clear(list);
}

static void pop_list(void)
{
    decref(list_pop(list));
}

static void lengthen_list(void)
{
    list_append(list, list_get(list, 0));
}

static void replace_first(void)
{
    Object *item = int_new(2000);
    list_set(list, 0, item);
    decref(item);
}

TEST(a_copy_of_a_list_that_is_cleared_on_the_way_is_empty)
{
    begin();
    arm(clear_list);
    EXPECT_EQ(list_length(hold(copy_shallow(list))), 0);
    EXPECT_EQ(nblown, 1);
}

TEST(a_copy_of_a_list_that_shrinks_has_what_is_left)
{
    begin();
    arm(pop_list);
    EXPECT_EQ(list_length(hold(copy_shallow(list))), 2);
    EXPECT_EQ(nblown, 1);
}

TEST(a_copy_of_a_list_that_grows_has_what_was_there)
{
    begin();
    arm(lengthen_list);
    EXPECT_EQ(list_length(hold(copy_shallow(list))), 3);
    EXPECT_EQ(list_length(list), 4);
}

TEST(a_copy_of_a_list_has_the_items_that_it_finds_then)
{
    begin();
    arm(replace_first);
    Object *copy = hold(copy_shallow(list));
    EXPECT_EQ(list_get(copy, 0), list_get(list, 0));
    EXPECT_EQ(int_value(list_get(copy, 0)), 2000);
}

TEST(a_slice_of_a_list_that_is_cleared_on_the_way_is_empty)
{
    begin();
    arm(clear_list);
    EXPECT_EQ(list_length(hold(list_slice(list, 1, 3))), 0);
    EXPECT_EQ(nblown, 1);
}

TEST(a_deep_copy_of_a_list_that_is_cleared_on_the_way_is_empty)
{
    begin();
    arm(clear_list);
    EXPECT_EQ(list_length(hold(copy_deep(list))), 0);
    EXPECT_EQ(nblown, 1);
}

static void clear_dict(void)
{
    dict_clear(dict);
}

static void fill_dict(void)
{
    Object *key = int_new(3000);
    dict_set(dict, key, list);
    decref(key);
}

static void make_dict(void)
{
    dict = hold(dict_new());
    dict_set(dict, list_get(list, 0), list_get(list, 1));
}

TEST(a_copy_of_a_dict_has_as_many_keys_as_it_says)
{
    begin();
    make_dict();
    arm(clear_dict);
    EXPECT_EQ(dict_length(hold(copy_shallow(dict))), 0);
    EXPECT_EQ(nblown, 1);
}

TEST(a_copy_of_a_dict_that_grows_is_whole)
{
    begin();
    make_dict();
    arm(fill_dict);
    Object *copy = hold(copy_shallow(dict));
    EXPECT_EQ(dict_length(copy), 2);
    EXPECT(track_has(copy));
}

TEST(a_deep_copy_of_a_dict_that_is_cleared_is_empty)
{
    begin();
    make_dict();
    arm(clear_dict);
    EXPECT_EQ(dict_length(hold(copy_deep(dict))), 0);
    EXPECT_EQ(nblown, 1);
}

static void refer(void)
{
    made = weakref_new(target, NULL, NULL);
}

TEST(two_who_make_the_shared_weak_reference_at_once_share_it)
{
    begin();
    arm(refer);
    Object *ref = hold(weakref_new(target, NULL, NULL));
    EXPECT_EQ(nblown, 1);
    EXPECT_EQ(ref, made);
    EXPECT_EQ(weakref_first(target), ref);
    EXPECT_EQ(ref_count(ref), 2);
    decref(made);
}

static int ntold, inner_told, outer_told;

static void tell_inner(Object *ref, Object *with)
{
    (void)ref, (void)with;
    inner_told = ++ntold;
}

static void tell_outer(Object *ref, Object *with)
{
    (void)ref, (void)with;
    outer_told = ++ntold;
}

static void refer_and_tell(void)
{
    made = weakref_new(target, tell_inner, NULL);
}

TEST(of_two_that_are_made_at_once_the_one_that_is_done_last_is_newer)
{
    begin();
    ntold = 0;
    scope_bind(names, "x", hold(list_new()));
    Object *self = target = instance_new(&class);
    arm(refer_and_tell);
    hold(weakref_new(self, tell_outer, NULL));
    decref(self);
    EXPECT(outer_told == 1 && inner_told == 2);
    decref(made);
}

TEST(no_finalizer_comes_between_a_text_and_its_interning)
{
    begin();
    arm(NULL);
    Object *text = hold(str_intern("not yet interned"));
    EXPECT_EQ(nblown, 0);
    EXPECT_EQ(str_interned("not yet interned"), text);
    hold(list_new());
    hold(list_new());
    EXPECT_EQ(nblown, 1);
}

TEST(a_tuple_has_the_items_that_its_maker_holds)
{
    begin();
    Object *items[] = { hold(list_new()), hold(int_new(4000)) };
    arm(clear_list);
    Object *tuple = hold(tuple_new(2, items));
    EXPECT_EQ(nblown, 1);
    EXPECT_EQ(tuple_get(tuple, 0), items[0]);
    EXPECT_EQ(tuple_get(tuple, 1), items[1]);
}

TEST(an_instance_and_a_set_are_whole_when_they_come_back)
{
    begin();
    arm(clear_list);
    Object *one = hold(instance_new(&class));
    EXPECT_EQ(nblown, 1);
    instance_set(one, "a", one);
    arm(clear_list);
    Object *set = hold(set_new());
    EXPECT_EQ(nblown, 1);
    EXPECT(set_add(set, target));
    instance_delete(one, "a");
}

TEST(the_newborn_is_counted_before_and_not_after)
{
    begin();
    arm(NULL);
    hold(list_new());
    size_t counts[3];
    gc_get_count(counts);
    EXPECT_EQ(counts[0], 0);
}
