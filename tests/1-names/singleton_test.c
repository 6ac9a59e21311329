// singleton_test.c: what chapter 1 claims of None, True and False.
#include "check.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

TEST(there_is_one_none)
{
    EXPECT(object_is(none(), none()));
    EXPECT(object_equal(none(), none()));
}

TEST(nothing_else_is_equal_to_none)
{
    EXPECT(!object_equal(none(), hold(int_new(0))));
    EXPECT(!object_equal(hold(int_new(0)), none()));
    EXPECT(!object_equal(none(), hold(list_new())));
}

TEST(there_is_one_true_and_one_false)
{
    EXPECT(object_is(bool_of(true), bool_of(true)));
    EXPECT(object_is(bool_of(false), bool_of(false)));
    EXPECT(!object_equal(bool_of(true), bool_of(false)));
}

TEST(true_equals_one_and_is_not_the_same)
{
    Object *one = hold(int_new(1));

    EXPECT(object_equal(bool_of(true), one));
    EXPECT(object_equal(one, bool_of(true)));
    EXPECT(!object_is(bool_of(true), one));
}
