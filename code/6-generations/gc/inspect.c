// inspect.c: who is told of collections, and what can be seen of them.
#include "gc/inspect.h"

#include "gc/generation.h"

Callback *gc_callbacks;

static void tell(const char *phase, int generation, size_t collected)
{
    for (Callback *at = gc_callbacks; at != NULL; at = at->next)
        at->call(phase, generation, collected);
}

void inspect_start(int generation)
{
    tell("start", generation, 0);
}

void inspect_stop(int generation, size_t collected)
{
    tell("stop", generation, collected);
}
