// str_test.c: what chapter 2 claims of strings.
#include "check.h"
#include "types/singleton.h"
#include "types/str.h"

#include <string.h>

TEST(a_str_keeps_its_text_when_the_letters_given_change)
{
    char letters[] = "spam";
    Object *made = hold(str_new(letters));

    letters[0] = 'S';

    EXPECT(strcmp(str_text(made), "spam") == 0);
}

TEST(longer_strs_are_made_anew_each_time)
{
    Object *a = hold(str_new("ab"));
    Object *b = hold(str_new("ab"));

    EXPECT(!object_is(a, b) && object_equal(a, b));
}

TEST(strs_are_equal_letter_by_letter)
{
    Object *str = hold(str_new("spam"));

    EXPECT(object_equal(str, hold(str_new("spam"))));
    EXPECT(!object_equal(str, hold(str_new("spa"))));
    EXPECT(!object_equal(str, hold(str_new("Spam"))));
    EXPECT(!object_equal(str, none()));
}

TEST(a_zero_byte_in_a_text_is_a_letter_like_any_other)
{
    Object *str = hold(str_new_sized("a\0b", 3));

    EXPECT_EQ(str_length(str), 3);
    EXPECT(object_equal(str, hold(str_new_sized("a\0b", 3))));
    EXPECT(!object_equal(str, hold(str_new_sized("a\0c", 3))));
    EXPECT(!object_equal(str, hold(str_new("a"))));
    EXPECT_EQ(str_text(str)[3], '\0');
}

TEST(a_text_that_no_memory_could_hold_is_refused)
{
    Object *made = str_new_sized("", SIZE_MAX);
    EXPECT(made == NULL);
    object_free(made);
}
