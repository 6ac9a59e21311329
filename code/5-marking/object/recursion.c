// recursion.c: one count for all that recurses.
#include "object/recursion.h"

#include "base/error.h"

enum { DEEPEST = 1000 };
static size_t depth;

bool recursion_enter(const char *where)
{
    if (depth < DEEPEST) {
        depth++;
        return true;
    }
    error_set(&recursion_error, "maximum recursion depth exceeded%s",
              where);
    return false;
}

void recursion_leave(void)
{
    depth--;
}
