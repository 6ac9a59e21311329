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
