// equal_test.c: what chapter 1 claims of lists.
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
