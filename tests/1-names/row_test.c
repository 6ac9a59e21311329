// row_test.c: what chapter 1 claims of items that are set.
#include "check.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

TEST(setting_an_item_leaves_the_old_item_as_it_was)
{
    Object *list = hold(list_new());
    Object *old = hold(int_new(1000));
    did(list_append(list, old));

    list_set(list, 0, hold(int_new(2000)));

    EXPECT_EQ(int_value(old), 1000);
    EXPECT_EQ(int_value(list_get(list, 0)), 2000);
}

TEST(setting_an_item_to_itself_changes_nothing)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    list_set(list, 0, list_get(list, 0));

    EXPECT_EQ(list_get(list, 0), item);
}

TEST(a_row_that_stands_twice_is_one_row)
{
    Object *row = hold(list_new());
    Object *grid = hold(list_new());
    did(list_append(row, hold(int_new(0))));
    did(list_append(grid, row));
    did(list_append(grid, row));

    list_set(list_get(grid, 0), 0, hold(int_new(1)));

    EXPECT_EQ(int_value(list_get(list_get(grid, 1), 0)), 1);
}

TEST(setting_past_the_end_ends_the_program)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    EXPECT_PANIC(list_set(list, 1, item),
                 "list index 1 is past the end");
}

static void untie(Object *self)
{
    for (size_t i = 0; i < list_length(self); i++)
        list_set(self, i, none());
}

TEST(a_list_can_hold_itself)
{
    Object *list = hold_knot(list_new(), untie);
    did(list_append(list, hold(int_new(1))));

    did(list_append(list, list));

    EXPECT_EQ(list_get(list, 1), list);
    EXPECT_EQ(list_length(list_get(list_get(list, 1), 1)), 2);
}

TEST(a_list_that_holds_itself_is_shown_once)
{
    Object *list = hold_knot(list_new(), untie);
    did(list_append(list, list));

    EXPECT_EQ(drawn_of(list, "[type=list"), 1);
}

TEST(setting_an_item_leaves_its_neighbours_alone)
{
    Object *list = hold(list_new());
    for (int i = 0; i < 3; i++)
        did(list_append(list, hold(int_new(i))));

    list_set(list, 1, hold(int_new(9)));

    EXPECT_EQ(int_value(list_get(list, 0)), 0);
    EXPECT_EQ(int_value(list_get(list, 1)), 9);
    EXPECT_EQ(int_value(list_get(list, 2)), 2);
}
