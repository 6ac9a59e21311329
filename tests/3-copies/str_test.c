// str_test.c: what chapter 3 claims of strings.
#include "check.h"
#include "types/str.h"

#include <string.h>

TEST(a_str_keeps_its_text_when_the_letters_given_change)
{
    char letters[] = "spam";
    Object *made = hold(str_new(letters));
    Object *interned = hold(str_intern(letters));

    letters[0] = 'S';

    EXPECT(strcmp(str_text(made), "spam") == 0);
    EXPECT(strcmp(str_text(interned), "spam") == 0);
}

TEST(longer_strs_are_made_anew_each_time)
{
    Object *a = hold(str_new("ab"));
    Object *b = hold(str_new("ab"));

    EXPECT(!object_is(a, b) && object_equal(a, b));
}

TEST(strs_shorter_than_two_letters_are_shared)
{
    EXPECT(object_is(hold(str_new("")), hold(str_new(""))));
    EXPECT(object_is(hold(str_new("a")), hold(str_new("a"))));
    EXPECT(object_is(hold(str_new("a")), hold(str_intern("a"))));
    EXPECT(!object_is(hold(str_new("a")), hold(str_new("b"))));
}

TEST(interned_strs_of_one_text_are_one_object)
{
    char read[] = "spam";
    Object *interned = hold(str_intern("spam"));
    Object *made = hold(str_new("spam"));

    EXPECT(object_is(hold(str_intern(read)), interned));
    EXPECT(!object_is(hold(str_intern("eggs")), interned));
    EXPECT(!object_is(made, interned) && object_equal(made, interned));
}

static const char *word(int number)
{
    static char text[32];
    snprintf(text, sizeof text, "word %d", number);
    return text;
}

TEST_BIG(each_of_many_interned_strs_is_found_again)
{
    enum { MANY = 2000 };
    Object *strs[MANY];
    for (int i = 0; i < MANY; i++)
        strs[i] = hold(str_intern(word(i)));

    bool is_found = true;
    for (int i = 0; i < MANY; i++)
        is_found = is_found && hold(str_intern(word(i))) == strs[i];

    EXPECT(is_found);
}
