// recursion.c: one count for all that recurses.
#include "object/recursion.h"

#include "base/panic.h"

enum { DEEPEST = 1000 };

static size_t depth;

bool recursion_enter(void)
{
    if (depth == DEEPEST)
        return false;
    depth++;
    return true;
}

void recursion_leave(void)
{
    depth--;
}

void recursion_demand(const char *what)
{
    if (!recursion_enter())
        panic("RecursionError: %s goes too deep", what);
}
