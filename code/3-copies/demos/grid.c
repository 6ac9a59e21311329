// grid.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/copy.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *row = list_new(), *grid = list_new(), *l = list_new();
    for (int i = 0; i < 2; i++)
        list_append(row, int_new(0));
    for (int i = 0; i < 2; i++)
        list_append(grid, row);
    Object *twin = copy_deep(grid);
    bool is_one = object_is(list_get(twin, 0), list_get(twin, 1));
    bool is_old = object_is(list_get(twin, 0), row);
    printf("%s %s\n", is_one ? "True" : "False",
           is_old ? "True" : "False");
    list_append(l, int_new(1));
    list_append(l, l);
    Object *m = copy_deep(l);
    object_show(stdout, m);
    is_one = object_is(list_get(m, 1), m);
    is_old = object_is(m, l);
    printf(" %s %s\n", is_one ? "True" : "False",
           is_old ? "True" : "False");
    scope_bind(globals, "grid", grid);
    scope_bind(globals, "twin", twin);
    scope_bind(globals, "l", l);
    scope_bind(globals, "m", m);
    draw("grid", globals);
}
