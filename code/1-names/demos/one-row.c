// one-row.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *row = list_new(), *grid = list_new();
    for (int i = 0; i < 2; i++)
        list_append(row, int_new(0));
    for (int i = 0; i < 2; i++)
        list_append(grid, row);
    scope_bind(globals, "grid", grid);
    object_print(grid);
    draw("one-row", globals);
    list_set(list_get(grid, 0), 0, int_new(1));
    object_print(grid);
    draw("one-row", globals);
}
