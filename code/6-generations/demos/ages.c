#include "gc/gc.h"
#include "names/scope.h"
#include "show/draw.h"
#include "show/show.h"
#include "types/list.h"

static Scope *globals;

static void draw_all(void)
{
    Ring *rings[] = { track_ring(OLD), track_ring(MIDDLE), &track_all,
                      NULL };
    draw_rings("ages", globals, rings);
}

static Object *knot(const char *name)
{
    Object *made = list_new();
    list_append(made, made);
    if (name != NULL)
        scope_bind(globals, name, made);
    decref(made);
    return made;
}

int main(void)
{
    show_ages = true;
    globals = scope_new("globals");
    knot("stays");
    knot("goes");
    knot(NULL);
    draw_all();
    printf("%td\n", gc_collect_generation(0));
    draw_all();
    scope_unbind(globals, "goes");
    knot("new");
    knot(NULL);
    draw_all();
    printf("%td\n", gc_collect_generation(0));
    draw_all();
    printf("%td\n", gc_collect_generation(1));
    draw_all();
    scope_free(globals);
    gc_collect();
}
