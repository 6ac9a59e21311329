// intern_test.c: what chapter 2 claims of strings that are shared.
#include "check.h"
#include "memory/mem.h"
#include "types/str.h"

#include <string.h>

TEST(an_interned_str_keeps_its_text_when_the_letters_given_change)
{
    char letters[] = "spam";
    Object *interned = hold(str_intern(letters));

    letters[0] = 'S';

    EXPECT(strcmp(str_text(interned), "spam") == 0);
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

static bool hash_alike(Object *a, Object *b)
{
    size_t of_a, of_b;
    return object_hash(a, &of_a) && object_hash(b, &of_b)
           && of_a == of_b;
}

TEST(equal_strs_have_equal_hashes_however_they_were_made)
{
    Object *made = hold(str_new("spam"));
    Object *interned = hold(str_intern("spam"));

    EXPECT(hash_alike(made, interned));
    EXPECT(!hash_alike(made, hold(str_new("eggs"))));
}

TEST(a_text_that_no_memory_is_left_for_is_not_interned)
{
    mem_fail_after(0);
    Object *missing = str_intern("seen by nobody as yet");
    EXPECT(missing == NULL && error_occurred() == &memory_error);
    object_free(missing);
    mem_fail_after(SIZE_MAX);
}

TEST_BIG(strs_are_interned_though_no_memory_is_left_for_more_chains)
{
    for (int i = 10000; i < 20000; i++) {
        mem_fail_after(1); // the str, and nothing after it
        Object *interned = hold(str_intern(word(i)));
        if (hold(str_intern(word(i))) != interned)
            EXPECT(false);
    }
    mem_fail_after(SIZE_MAX);
    EXPECT(error_occurred() == NULL);
}
