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
    Object *row = list_new(), *grid = list_new();
    for (int i = 0; i < 2; i++)
        list_append(row, int_new(0));
    for (int i = 0; i < 2; i++)
        list_append(grid, row);
    Object *twin = copy_deep(grid), *first = list_get(twin, 0);
    bool is_one = object_is(first, list_get(twin, 1));
    printf("%s ", is_one ? "True" : "False");
    object_print(bool_of(object_is(first, row)));
    scope_bind(globals, "grid", grid);
    scope_bind(globals, "twin", twin);
    draw("grid", globals);
}
