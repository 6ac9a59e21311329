// slice_test.c: what chapter 3 claims of slices of lists.
#include "check.h"
#include "types/int.h"
#include "types/list.h"

static Object *one_two_three(void)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1000))));
    did(list_append(list, hold(int_new(2000))));
    did(list_append(list, hold(int_new(3000))));
    return list;
}

TEST(a_slice_of_a_whole_list_is_a_new_list)
{
    Object *list = one_two_three();

    Object *slice = hold(list_slice(list, 0, 3));

    EXPECT(object_equal(slice, list) && !object_is(slice, list));
}

TEST(a_slice_holds_the_items_of_the_list_themselves)
{
    Object *list = one_two_three();

    Object *slice = hold(list_slice(list, 1, 3));

    EXPECT(list_length(slice) == 2);
    EXPECT(object_is(list_get(slice, 0), list_get(list, 1)));
    EXPECT(object_is(list_get(slice, 1), list_get(list, 2)));
}

TEST(an_empty_slice_is_an_empty_list_of_its_own)
{
    Object *list = one_two_three();

    Object *slice = hold(list_slice(list, 3, 3));

    EXPECT(list_length(slice) == 0);
    EXPECT(!object_is(slice, hold(list_slice(list, 3, 3))));
}

TEST(a_list_has_no_slice_past_its_end)
{
    Object *list = one_two_three();

    EXPECT_PANIC(hold(list_slice(list, 1, 4)),
                 "list index 3 is past the end: the length is 3");
}
