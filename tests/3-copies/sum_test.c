// sum_test.c: what chapter 3 claims of tuples that are added.
#include "check.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

TEST(two_tuples_together_hold_the_items_of_both)
{
    Object *items[] = { hold(int_new(1000)), hold(int_new(2000)) };
    Object *a = hold(tuple_new(1, items));
    Object *b = hold(tuple_new(2, items));

    Object *both = hold(tuple_concat(a, b));

    EXPECT(tuple_length(both) == 3);
    EXPECT(object_is(tuple_get(both, 0), items[0]));
    EXPECT(object_is(tuple_get(both, 1), items[0]));
    EXPECT(object_is(tuple_get(both, 2), items[1]));
}

static Object *one_two_three(void)
{
    Object *items[] = {
        hold(int_new(1000)), hold(int_new(2000)), hold(int_new(3000)),
    };
    return hold(tuple_new(3, items));
}

TEST(a_tuple_and_an_empty_one_are_the_tuple_itself)
{
    Object *tuple = one_two_three();
    Object *empty = hold(tuple_new(0, NULL));

    EXPECT(object_is(hold(tuple_concat(tuple, empty)), tuple));
    EXPECT(object_is(hold(tuple_concat(empty, tuple)), tuple));
    EXPECT(object_is(hold(tuple_concat(empty, empty)), empty));
}

TEST(a_longer_tuple_in_the_list_leaves_that_in_the_slice)
{
    Object *item = hold(int_new(1000));
    Object *tuple = hold(tuple_new(1, &item));
    Object *list = hold(list_new());
    did(list_append(list, tuple));
    Object *slice = hold(list_slice(list, 0, 1));

    list_set(list, 0, hold(tuple_concat(tuple, tuple)));

    EXPECT(tuple_length(list_get(list, 0)) == 2);
    EXPECT(object_is(list_get(slice, 0), tuple));
}
