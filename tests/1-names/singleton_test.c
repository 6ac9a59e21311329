// singleton_test.c: what chapter 1 claims of None, True and False.
#include "check.h"
#include "types/int.h"
#include "types/singleton.h"

TEST(there_is_one_none)
{
    EXPECT_EQ(none(), none());
    EXPECT(object_equal(none(), none()));
}

TEST(nothing_else_is_equal_to_none)
{
    EXPECT(!object_equal(none(), hold(int_new(0))));
    EXPECT(!object_equal(hold(int_new(0)), none()));
    EXPECT(!object_equal(none(), bool_of(false)));
}

TEST(there_is_one_true_and_one_false)
{
    EXPECT_EQ(bool_of(true), bool_of(true));
    EXPECT_EQ(bool_of(false), bool_of(false));
    EXPECT(!object_equal(bool_of(true), bool_of(false)));
}

TEST(true_equals_one_and_is_not_the_same)
{
    Object *one = hold(int_new(1));

    EXPECT(object_equal(bool_of(true), one));
    EXPECT(object_equal(one, bool_of(true)));
    EXPECT(!object_is(bool_of(true), one));
}

TEST(true_can_tell_for_itself_that_it_equals_one)
{
    Object *one = hold(int_new(1));

    EXPECT(bool_type.equal != NULL);
    EXPECT_EQ(bool_type.equal(bool_of(true), one), YES);
}

TEST(a_bool_is_an_int)
{
    EXPECT(type_is_subtype(bool_type.base, &int_type));
    EXPECT_EQ(int_value(bool_of(true)), 1);
    EXPECT_EQ(int_value(bool_of(false)), 0);
}

TEST(what_exists_only_once_goes_by_its_value)
{
    EXPECT_EQ(drawn_of(none(), "\"NoneType None\" [type=NoneType"), 1);
    EXPECT_EQ(drawn_of(bool_of(true), "\"bool True\" [type=bool"), 1);
    EXPECT_EQ(drawn_of(bool_of(false), "\"bool False\" [type=bool"), 1);
    EXPECT_EQ(drawn_of(&int_type.object, "\"type <class 'int'>\" ["),
              1);
}

TEST(whatever_it_is_what_cannot_be_written_is_not_shown)
{
    FILE *full = fopen("/dev/full", "w"), *out = tmpfile();
    Object *all[] = { none(), bool_of(true), &int_type.object };
    setbuf(full, NULL);
    for (int i = 0; i < 3; i++) {
        EXPECT(object_show(out, all[i]));
        EXPECT(!object_show(full, all[i]));
    }
    fclose(full);
    fclose(out);
}
