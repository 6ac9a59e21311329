// equal_test.c: what chapter 1 claims of the same and the equal.
#include "check.h"
#include "types/int.h"
#include "types/list.h"

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

TEST(lists_of_one_and_the_same_item_are_equal)
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
}

static bool refuse(const Object *self, const Object *other)
{
    return self == NULL && other == NULL;
}

static void show(FILE *out, const Object *self)
{
    fputs(self->type->name, out);
}

// A type whose objects are equal to nothing, not even to themselves.
static const Type stubborn = {
    .name = "stubborn",
    .equal = refuse,
    .show = show,
};

TEST(an_object_need_not_be_equal_to_itself)
{
    Object *item = hold(object_new(&stubborn, sizeof(Object)));

    EXPECT(!object_equal(item, item));
    EXPECT(object_matches(item, item));
}

TEST(lists_look_whether_items_are_the_same_before_they_ask)
{
    Object *item = hold(object_new(&stubborn, sizeof(Object)));
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
