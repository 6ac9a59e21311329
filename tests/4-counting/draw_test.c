// draw_test.c: what chapter 4 claims of figures of what is lost.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "show/draw.h"
#include "types/list.h"

#include <stdlib.h>

static void draw_into(const char *folder, Object *self)
{
    setenv("FIGURES", folder, 1);
    draw_lost("figure", names, self);
}

TEST(a_figure_that_cannot_be_written_ends_the_program)
{
    EXPECT_PANIC(draw_into("/dev/null", hold(list_new())),
                 "/dev/null/figure-1.dot cannot be written");
    EXPECT_PANIC(draw_into("/dev/null", NULL), "cannot be written");
}
