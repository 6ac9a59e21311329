// shallow_test.c: what chapter 3 claims of copies of lists, one level deep.
#include "check.h"
#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"

TEST(a_copy_of_a_list_is_new_and_holds_the_same_items)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(list_new())));
    did(list_append(list, hold(int_new(1000))));

    Object *copy = hold(copy_shallow(list));

    EXPECT(!object_is(copy, list) && list_length(copy) == 2);
    EXPECT(object_is(list_get(copy, 0), list_get(list, 0)));
    EXPECT(object_is(list_get(copy, 1), list_get(list, 1)));
}

TEST(appending_to_a_copy_leaves_the_original_alone)
{
    Object *list = hold(list_new());
    Object *copy = hold(copy_shallow(list));

    did(list_append(copy, none()));

    EXPECT(list_length(list) == 0);
}

TEST(a_copy_and_its_original_see_an_item_change)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(list_new())));
    Object *copy = hold(copy_shallow(list));

    did(list_append(list_get(copy, 0), none()));

    EXPECT(list_length(list_get(list, 0)) == 1);
}

TEST(what_cannot_change_is_its_own_copy)
{
    Object *number = hold(int_new(1000));
    Object *str = hold(str_new("spam"));

    EXPECT(object_is(hold(copy_shallow(number)), number));
    EXPECT(object_is(hold(copy_shallow(str)), str));
    EXPECT(object_is(hold(copy_shallow(none())), none()));
    EXPECT(object_is(hold(copy_shallow(bool_of(true))), bool_of(true)));
}
