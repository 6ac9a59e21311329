#include "gc/cycle.h"
#include "gc/gc.h"
#include "gc/mark.h"
#include "names/scope.h"
#include "show/draw.h"
#include "show/show.h"
#include "types/list.h"

static Scope *globals;
static Ring unreachable;

static void draw_all(void)
{
    Ring *rings[] = { track_ring(OLD), &track_all, &unreachable, NULL };
    draw_rings("held-from-old", globals, rings);
}

static Object *list_in(Object *holder)
{
    Object *made = list_new();
    list_append(holder == NULL ? made : holder, made);
    decref(made);
    return made;
}

int main(void)
{
    show_ages = true;
    globals = scope_new("globals");
    ring_init(&unreachable);
    Object *old = list_new();
    scope_bind(globals, "old", old);
    decref(old);
    gc_collect();
    list_in(list_in(old));
    list_in(NULL);
    draw_all();
    cycle_copy_counts(&track_all);
    draw_all();
    cycle_subtract_inner(&track_all);
    draw_all();
    cycle_set_aside(&track_all, &unreachable);
    draw_all();
    printf("%zu\n", ring_length(&unreachable));
    mark_sweep(&unreachable); // for once
    scope_free(globals);
}
