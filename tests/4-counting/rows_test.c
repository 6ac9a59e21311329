// rows_test.c: what chapter 4 claims of lists and tuples that count.
#include "check.h"
#include "memory/mem.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

TEST(an_item_counts_for_each_place_in_a_list_or_tuple)
{
    Object *item = hold(int_new(1000)), *list = hold(list_new());
    did(list_append(list, item));
    did(list_append(list, item));
    EXPECT_EQ(ref_count(item), 3);

    hold(tuple_new(3, (Object *[]){ item, item, list }));

    EXPECT_EQ(ref_count(item), 5);
    EXPECT_EQ(ref_count(list), 2);
}

TEST(a_slice_counts_its_items_and_a_whole_slice_the_tuple)
{
    Object *item = hold(int_new(1000));
    Object *tuple = hold(tuple_new(2, (Object *[]){ item, item }));
    EXPECT_EQ(ref_count(item), 3);

    hold(tuple_slice(tuple, 0, 1));
    EXPECT_EQ(ref_count(item), 4);
    EXPECT_EQ(ref_count(tuple), 1);

    hold(tuple_slice(tuple, 0, 2));
    EXPECT_EQ(ref_count(item), 4);
    EXPECT_EQ(ref_count(tuple), 2);
}

TEST(a_sum_of_two_tuples_counts_the_items_of_both)
{
    Object *item = hold(int_new(1000));
    Object *tuple = hold(tuple_new(2, (Object *[]){ item, item }));

    hold(tuple_concat(tuple, tuple));
    EXPECT_EQ(ref_count(item), 7);

    hold(tuple_concat(tuple, hold(tuple_new(0, NULL))));
    EXPECT_EQ(ref_count(tuple), 2);
}

TEST(a_list_that_is_cleared_lets_go_of_items_and_room)
{
    Object *item = hold(int_new(1000)), *list = hold(list_new());
    size_t live = mem_live_bytes();
    did(list_append(list, item));
    did(list_append(list, item));

    list_clear(list);

    EXPECT_EQ(ref_count(item), 1);
    EXPECT_EQ(list_length(list), 0);
    EXPECT_EQ(mem_live_bytes(), live);
}

TEST(what_is_popped_was_the_list_s_and_is_the_caller_s)
{
    Object *item = hold(int_new(1000)), *list = hold(list_new());
    did(list_append(list, item));
    did(list_append(list, item));

    Object *popped = list_pop(list);

    EXPECT_EQ(popped, item);
    EXPECT_EQ(ref_count(item), 3);
    decref(popped);
    EXPECT_EQ(list_length(list), 1);
}

TEST(to_pop_of_an_empty_list_is_an_index_error)
{
    Object *list = hold(list_new());

    EXPECT(list_pop(list) == NULL);

    EXPECT(error_occurred() == &index_error);
    error_clear();
}

TEST(a_drawing_tells_the_counts)
{
    Object *item = hold(int_new(1000)), *list = hold(list_new());
    did(list_append(list, item));
    did(list_append(list, item));
    did(list_append(list, item));
    did(scope_bind(names, "l", list));

    EXPECT_EQ(drawn("type=int, value=\"1000\", count=4]"), 1);
    EXPECT_EQ(drawn("type=list, count=2]"), 1);
}
