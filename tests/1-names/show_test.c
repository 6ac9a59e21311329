// show_test.c: what chapter 1 claims of the heap that draws itself.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "show/draw.h"
#include "types/int.h"

#include <stdlib.h>

TEST(an_object_with_two_names_is_shown_once)
{
    did(scope_bind(names, "a", hold(int_new(1000))));
    did(scope_bind(names, "b", scope_lookup(names, "a")));

    EXPECT_EQ(drawn("[type=int"), 1);
    EXPECT_EQ(drawn("\"names\" -> \"int #"), 2);
}

TEST(a_shared_int_goes_by_its_value)
{
    did(scope_bind(names, "a", hold(int_new(256))));
    did(scope_bind(names, "b", hold(int_new(257))));

    EXPECT_EQ(drawn("\"int 256\" [type=int, value=\"256\""), 1);
    EXPECT_EQ(drawn("[type=int, value=\"257\""), 1);
    EXPECT_EQ(drawn("\"int 257\""), 0);
}

TEST(a_scope_without_names_is_shown)
{
    EXPECT_EQ(drawn("\"names\" [type=scope];"), 1);
}

TEST(a_name_that_moves_moves_its_arrow_alone)
{
    did(scope_bind(names, "a", hold(int_new(1))));
    did(scope_bind(names, "b", hold(int_new(1))));

    did(scope_bind(names, "a", hold(int_new(2))));

    EXPECT_EQ(drawn("\"names\" -> \"int 2\" [slot=\"a\"]"), 1);
    EXPECT_EQ(drawn("\"names\" -> \"int 1\" [slot=\"b\"]"), 1);
}

TEST(a_folder_that_is_not_there_ends_the_program)
{
    setenv("FIGURES", "/dev/null", 1);

    EXPECT_PANIC(draw("x", names),
                 "/dev/null/x-1.dot cannot be written");

    unsetenv("FIGURES");
}

TEST(without_a_folder_nothing_is_drawn)
{
    unsetenv("FIGURES");
    size_t live = mem_live_bytes();

    draw("x", names);

    EXPECT_EQ(mem_live_bytes(), live);
}
