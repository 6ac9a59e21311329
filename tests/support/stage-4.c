// From stage 4 on: what a test made is the test's, until it lets go.
#include "check.h"

#include "memory/mem.h"
#include "object/object.h"

static size_t bytes_at_begin;

void stage_begin(void)
{
    bytes_at_begin = mem_live_bytes();
}

void stage_let_go(Object *held)
{
    decref(held);
}

bool stage_is_clean(void)
{
    return mem_live_bytes() == bytes_at_begin;
}

Object *own(Object *lent)
{
    return ref_new(lent);
}
