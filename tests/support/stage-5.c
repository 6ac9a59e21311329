// From stage 5 on: what holds only itself ends as well.
#include "check.h"

#include "gc/gc.h"
#include "memory/mem.h"
#include "object/object.h"
#include "show/audit.h"

static size_t bytes_at_begin;

void stage_begin(void)
{
    gc_collect();
    bytes_at_begin = mem_live_bytes();
}

void stage_let_go(Object *held)
{
    decref(held);
}

bool stage_is_clean(void)
{
    audit();
    gc_collect();
    return mem_live_bytes() == bytes_at_begin;
}

Object *own(Object *lent)
{
    incref(lent);
    return lent;
}
