#include "gc/mark.h"
#include "memory/mem.h"
#include "show/draw.h"
#include "types/list.h"

static Object *list_in(Object *holder)
{
    Object *made = list_new();
    list_append(holder, made);
    decref(made); // `holder` has it
    return made;
}

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *kept = list_new(), *a = list_new();
    scope_bind(globals, "kept", kept);
    list_in(kept);
    list_append(list_in(a), a);
    list_in(a);
    decref(kept);
    decref(a);
    Ring *rings[] = { &track_all, NULL }, unreachable;
    draw_rings("swept", globals, rings);
    ring_init(&unreachable);
    mark_find(scope_visit_all, &unreachable);
    printf("%zu\n", mark_sweep(&unreachable));
    draw_rings("swept", globals, rings);
    scope_free(globals);
    printf("%zu bytes\n", mem_live_bytes());
}
