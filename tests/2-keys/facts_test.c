// facts_test.c: what chapter 2 claims of drawings with keys and texts.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "show/show.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/singleton.h"
#include "types/str.h"

#include <sys/resource.h>

TEST(quotes_and_backslashes_have_a_backslash_before_them)
{
    did(scope_bind(names, "a", hold(str_new("\"\\ so"))));

    EXPECT_EQ(drawn(", value=\"'\\\"\\\\ so'\""), 1);
}

TEST(the_end_of_a_line_is_drawn_as_python_writes_it)
{
    did(scope_bind(names, "a", hold(str_new("a\nb"))));

    EXPECT_EQ(drawn(", value=\"'a\\\\nb'\""), 1);
}

TEST(a_zero_is_drawn_as_python_writes_it)
{
    did(scope_bind(names, "a", hold(str_new_sized("a\0b", 3))));

    EXPECT_EQ(drawn(", value=\"'a\\\\x00b'\""), 1);
}

TEST(a_key_that_is_a_str_or_an_int_is_the_name_of_its_slot)
{
    Object *dict = hold(dict_new());
    did(scope_bind(names, "a", dict));
    did(dict_set(dict, hold(str_new("\"k\"")), none()));
    did(dict_set(dict, hold(int_new(1000)), none()));
    did(dict_set(dict, bool_of(true), none()));

    EXPECT_EQ(drawn(" -> \"NoneType None\" [slot=\"'\\\"k\\\"'\"]"), 1);
    EXPECT_EQ(drawn(" -> \"NoneType None\" [slot=\"1000\"];"), 1);
    EXPECT_EQ(drawn(" -> \"NoneType None\" [slot=\"True\"];"), 1);
    EXPECT_EQ(drawn("type=str") + drawn("type=int"), 0);
}

// A type whose objects are equal to nothing but themselves.
static Type lone = {
    .object = OBJECT_HEAD(&type_type),
    .name = "lone",
    .size = sizeof(Object),
};

TEST(any_other_key_is_a_node_with_the_number_of_its_value)
{
    Object *dict = hold(dict_new());
    Object *one = hold(int_new(1));
    did(scope_bind(names, "a", dict));
    did(dict_set(dict, none(), one));
    did(dict_set(dict, one, one));
    did(dict_set(dict, hold(object_new(&lone)), one));

    EXPECT_EQ(drawn(" -> \"NoneType None\" [slot=\"key 0\"];"), 1);
    EXPECT_EQ(drawn(" -> \"int 1\" [slot=\"value 0\"];"), 1);
    EXPECT_EQ(drawn(" -> \"int 1\" [slot=\"1\"];"), 1);
    EXPECT_EQ(drawn("[slot=\"key 1\"];"), 1);
    EXPECT_EQ(drawn(" -> \"int 1\" [slot=\"value 1\"];"), 1);
}

TEST(a_dict_that_holds_itself_is_drawn_once)
{
    Object *dict = hold_knot(dict_new(), dict_clear);
    did(scope_bind(names, "a", dict));
    did(dict_set(dict, hold(str_new("me")), dict));

    EXPECT_EQ(drawn("type=dict"), 1);
    EXPECT_EQ(drawn("[slot=\"'me'\"];"), 1);
}

static void show_without_files(Object *self)
{
    FILE *out = fopen("/dev/null", "w");
    setrlimit(RLIMIT_NOFILE, &(struct rlimit){ 64, 64 });
    while (fopen("/dev/null", "r") != NULL)
        ; // until there is none left
    show_object(out, self);
}

TEST(what_cannot_be_written_aside_ends_the_program)
{
    EXPECT_PANIC(show_without_files(none()),
                 "no file is left to draw with");
}
