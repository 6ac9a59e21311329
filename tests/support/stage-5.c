// From stage 5 on: what holds only itself ends as well.
#include "check.h"

#include "memory/mem.h"
#include "object/object.h"

// A checkpoint may have no collector yet, or no audit.
#if __has_include("gc/gc.h")
#include "gc/gc.h"
#elif __has_include("gc/mark.h")
#include "gc/mark.h"
static void gc_collect(void)
{
    Ring unreachable;
    ring_init(&unreachable);
    mark_find(scope_visit_all, &unreachable);
    mark_sweep(&unreachable);
}
#else
static void gc_collect(void)
{
}
#endif
#if __has_include("show/audit.h")
#include "show/audit.h"
#else
static void audit(void)
{
}
#endif

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
