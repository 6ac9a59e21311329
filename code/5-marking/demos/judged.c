#include "gc/cycle.h"
#include "gc/mark.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/singleton.h"

static Scope *globals;
static Ring unreachable;

static void print_births(const char *title, Ring *ring)
{
    fputs(title, stdout);
    for (Ring *at = ring->next; at != ring; at = at->next)
        printf(" %zu", object_birth(track_object(at)));
}

static void draw_all(void)
{
    Ring *rings[] = { &track_all, &unreachable, NULL };
    draw_rings("judged", globals, rings);
    print_births("book:", &track_all);
    print_births("; aside:", &unreachable);
    putchar('\n');
}

static Object *list_with(Object *item)
{
    Object *made = list_new();
    list_append(made, item);
    return made;
}

int main(void)
{
    globals = scope_new("globals");
    ring_init(&unreachable);
    Object *inner = list_new(), *outer = list_with(inner);
    Object *a = list_new(), *b = list_with(a), *tail = list_new();
    Object *ours = list_new();
    scope_bind(globals, "kept", outer);
    list_append(a, b);
    list_append(b, tail);
    decref(inner), decref(outer);
    decref(a), decref(b), decref(tail);
    draw_all();
    cycle_copy_counts(&track_all);
    draw_all();
    cycle_subtract_inner(&track_all);
    draw_all();
    Ring *at = cycle_look(track_all.next, &track_all, &unreachable);
    draw_all();
    at = cycle_look(at, &track_all, &unreachable);
    draw_all();
    while (at != &track_all)
        at = cycle_look(at, &track_all, &unreachable);
    draw_all();
    list_append(ours, none());
    decref(ours);
    mark_sweep(&unreachable); // for once
    scope_free(globals);
}
