// row_test.c: what chapter 1 claims of items that are set and cleared.
#include "check.h"
#include "types/int.h"
#include "types/list.h"

TEST(setting_an_item_leaves_the_old_item_as_it_was)
{
    Object *list = hold(list_new());
    Object *old = hold(int_new(1000));
    did(list_append(list, old));

    list_set(list, 0, hold(int_new(2000)));

    EXPECT(int_value(old) == 1000);
    EXPECT(int_value(list_get(list, 0)) == 2000);
}

TEST(setting_an_item_to_itself_changes_nothing)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    list_set(list, 0, list_get(list, 0));

    EXPECT(object_is(list_get(list, 0), item));
}

TEST(a_row_that_stands_twice_is_one_row)
{
    Object *row = hold(list_new());
    Object *grid = hold(list_new());
    did(list_append(row, hold(int_new(0))));
    did(list_append(grid, row));
    did(list_append(grid, row));

    list_set(list_get(grid, 0), 0, hold(int_new(1)));

    EXPECT(int_value(list_get(list_get(grid, 1), 0)) == 1);
}

TEST(a_cleared_list_is_empty_and_can_be_filled_again)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    list_clear(list);
    EXPECT(list_length(list) == 0);

    did(list_append(list, item));
    EXPECT(object_is(list_get(list, 0), item));
}

TEST(a_list_can_hold_itself)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, hold(int_new(1))));

    did(list_append(list, list));

    EXPECT(object_is(list_get(list, 1), list));
    EXPECT(list_length(list_get(list_get(list, 1), 1)) == 2);
}
