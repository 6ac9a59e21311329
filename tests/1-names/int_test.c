// int_test.c: what chapter 1 claims of ints.
#include "check.h"
#include "types/int.h"

TEST(an_int_has_the_value_it_was_made_with)
{
    Object *least = hold(int_new(INT64_MIN));
    Object *greatest = hold(int_new(INT64_MAX));

    EXPECT(int_value(least) == INT64_MIN);
    EXPECT(int_value(greatest) == INT64_MAX);
}

TEST(small_ints_of_one_value_are_one_object)
{
    EXPECT(object_is(hold(int_new(-5)), hold(int_new(-5))));
    EXPECT(object_is(hold(int_new(0)), hold(int_new(0))));
    EXPECT(object_is(hold(int_new(256)), hold(int_new(256))));
}

TEST(small_ints_of_two_values_are_two_objects)
{
    EXPECT(!object_is(hold(int_new(-5)), hold(int_new(-4))));
    EXPECT(!object_is(hold(int_new(255)), hold(int_new(256))));
}

TEST(other_ints_are_made_anew_each_time)
{
    EXPECT(!object_is(hold(int_new(-6)), hold(int_new(-6))));
    EXPECT(!object_is(hold(int_new(257)), hold(int_new(257))));
}

TEST(the_shared_ints_are_those_said_to_be_cached)
{
    EXPECT(int_is_cached(-5) && int_is_cached(256));
    EXPECT(!int_is_cached(-6) && !int_is_cached(257));
}

TEST(ints_of_one_value_are_equal_though_they_are_two)
{
    Object *a = hold(int_new(1000));
    Object *b = hold(int_new(1000));

    EXPECT(object_equal(a, b) && !object_is(a, b));
    EXPECT(!object_equal(a, hold(int_new(1001))));
}

TEST(two_objects_that_live_have_two_ids)
{
    Object *a = hold(int_new(1000));
    Object *b = hold(int_new(1000));

    EXPECT(object_id(a) != object_id(b));
    EXPECT(object_id(a) == object_id(a));
}
