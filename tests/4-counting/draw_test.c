// draw_test.c: what chapter 4 claims of figures that cannot be drawn.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "show/draw.h"

#include <stdlib.h>

static void draw_into(const char *folder)
{
    setenv("FIGURES", folder, 1);
    draw("figure", names);
}

TEST(a_figure_that_cannot_be_written_ends_the_program)
{
    EXPECT_PANIC(draw_into("/dev/null"),
                 "/dev/null/figure-1.dot cannot be written");
}
