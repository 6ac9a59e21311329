// copy_test.c: what chapter 3 claims of shallow copies.
#include "check.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

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

TEST(a_copy_of_a_list_that_holds_itself_holds_the_original)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, list));

    Object *copy = hold(copy_shallow(list));

    EXPECT(!object_is(copy, list));
    EXPECT(object_is(list_get(copy, 0), list));
}

TEST(a_copy_of_a_dict_is_new_and_has_the_same_values)
{
    Object *dict = hold(dict_new());
    Object *key = hold(str_new("spam"));
    Object *value = hold(list_new());
    did(dict_set(dict, key, value));

    Object *copy = hold(copy_shallow(dict));

    EXPECT(!object_is(copy, dict) && object_equal(copy, dict));
    EXPECT(object_is(dict_get(copy, key), value));
}

TEST(a_copy_of_a_set_is_new_and_has_the_same_members)
{
    Object *set = hold(set_new());
    did(set_add(set, hold(int_new(1000))));

    Object *copy = hold(copy_shallow(set));
    EXPECT(!object_is(copy, set) && object_equal(copy, set));

    did(set_add(copy, none()));
    EXPECT(set_length(set) == 1);
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

TEST(a_tuple_is_its_own_copy_even_with_a_list_in_it)
{
    Object *list = hold(list_new());
    Object *tuple = hold(tuple_new(1, &list));

    EXPECT(object_is(hold(copy_shallow(tuple)), tuple));
}
