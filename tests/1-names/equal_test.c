// equal_test.c: what chapter 1 claims of lists that are compared.
#include "check.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

TEST(empty_lists_are_equal_but_not_the_same)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());

    EXPECT(object_equal(a, b));
    EXPECT(!object_is(a, b));
}

TEST(lists_are_equal_item_by_item)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    did(list_append(a, hold(int_new(1000))));
    did(list_append(b, hold(int_new(1000))));
    EXPECT(object_equal(a, b));

    did(list_append(a, hold(int_new(1))));
    did(list_append(b, hold(int_new(2))));

    EXPECT(!object_equal(a, b));
}

TEST(lists_of_two_lengths_are_not_equal)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    did(list_append(a, hold(int_new(1))));

    EXPECT(!object_equal(a, b));
    EXPECT(!object_equal(b, a));
}

TEST(lists_of_one_and_the_same_list_are_equal)
{
    Object *item = hold(list_new());
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    did(list_append(a, item));
    did(list_append(b, item));

    EXPECT(object_equal(a, b));
}

TEST(an_int_is_equal_to_no_list)
{
    Object *list = hold(list_new());
    Object *number = hold(int_new(0));

    EXPECT(!object_equal(number, list));
    EXPECT(!object_equal(list, number));
    EXPECT(!object_equal(list, none()));
}

static Answer refuse(Object *self, Object *other)
{
    (void)self, (void)other;
    return NO;
}

// A type whose objects are equal to nothing, not even to themselves.
static Type stubborn = {
    .object = OBJECT_HEAD(&type_type),
    .name = "stubborn",
    .size = sizeof(Object),
    .equal = refuse,
};

TEST(an_object_need_not_be_equal_to_itself)
{
    Object *item = hold(object_new(&stubborn));

    EXPECT(!object_equal(item, item));
    EXPECT(object_matches(item, item));
}

TEST(lists_look_whether_items_are_the_same_before_they_ask)
{
    Object *item = hold(object_new(&stubborn));
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    did(list_append(a, item));
    did(list_append(b, item));

    EXPECT(object_equal(a, b));
    EXPECT(list_contains(a, item));
}

TEST(a_list_contains_what_equals_an_item)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1000))));

    EXPECT(list_contains(list, hold(int_new(1000))));
    EXPECT(!list_contains(list, hold(int_new(2000))));
}

static Object *growing, *one_more;

// Says yes, and appends to a list that is being compared.
static Answer meddle(Object *self, Object *other)
{
    (void)self, (void)other;
    return list_append(growing, one_more) ? YES : NO;
}

static Type meddler = {
    .object = OBJECT_HEAD(&type_type),
    .name = "meddler",
    .size = sizeof(Object),
    .equal = meddle,
};

TEST(a_list_that_grows_while_it_is_compared_is_not_equal)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    growing = a;
    one_more = hold(int_new(1000));
    did(list_append(a, hold(object_new(&meddler))));
    did(list_append(b, one_more));

    EXPECT(!object_equal(a, b));
}

TEST(a_list_that_has_grown_when_all_was_compared_is_not_equal)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    growing = b;
    one_more = hold(int_new(1000));
    did(list_append(a, hold(object_new(&meddler))));
    did(list_append(b, one_more));

    EXPECT(!object_equal(a, b));
}

static Object *asked;

static Answer notice(Object *self, Object *other)
{
    (void)other;
    asked = self;
    return YES;
}

static Type witness = {
    .object = OBJECT_HEAD(&type_type),
    .name = "witness",
    .size = sizeof(Object),
    .equal = notice,
};

TEST(a_list_asks_the_item_about_the_wanted_one)
{
    Object *list = hold(list_new());
    Object *item = hold(object_new(&witness));
    did(list_append(list, item));

    EXPECT(list_contains(list, hold(object_new(&witness))));
    EXPECT_EQ(asked, item);
}

TEST(a_list_looks_at_all_of_its_items)
{
    Object *list = hold(list_new());
    for (int i = 0; i < 3; i++)
        did(list_append(list, hold(int_new(1000 + i))));

    for (int i = 0; i < 3; i++)
        EXPECT(list_contains(list, hold(int_new(1000 + i))));
    EXPECT(!list_contains(list, hold(int_new(1003))));
}

TEST(a_list_leaves_the_answer_to_a_type_it_does_not_know)
{
    Object *other = hold(object_new(&witness));

    EXPECT(object_equal(hold(list_new()), other));
}

TEST(a_list_equals_one_of_a_derived_type)
{
    static Type derived;
    derived = list_type;
    derived.base = &list_type;

    EXPECT(object_equal(hold(list_new()), hold(object_new(&derived))));
}

TEST(two_lists_ask_the_item_of_the_first)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());
    Object *item = hold(object_new(&witness));
    did(list_append(a, item));
    did(list_append(b, hold(object_new(&witness))));

    EXPECT(object_equal(a, b));
    EXPECT_EQ(asked, item);
}

static Object *also_growing, *another;

// Says yes, and appends to both lists that are being compared.
static Answer meddle_twice(Object *self, Object *other)
{
    (void)self, (void)other;
    bool done = list_append(growing, one_more)
                && list_append(also_growing, another);
    return done ? YES : NO;
}

static Type twofold = {
    .object = OBJECT_HEAD(&type_type),
    .name = "twofold",
    .size = sizeof(Object),
    .equal = meddle_twice,
};

TEST(what_both_lists_have_grown_by_is_compared_too)
{
    Object *a = growing = hold(list_new());
    Object *b = also_growing = hold(list_new());
    one_more = hold(int_new(1000));
    another = hold(int_new(2000));
    did(list_append(a, hold(object_new(&twofold))));
    did(list_append(b, one_more));

    EXPECT(!object_equal(a, b));
}
