// deep.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/copy.h"
#include "types/tuple.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *row = list_new(), *l1 = list_new();
    list_append(row, int_new(1));
    list_append(row, int_new(2));
    list_append(l1, row);
    list_append(l1, tuple_new(2, (Object *[]){ int_new(4), int_new(5) }));
    scope_bind(globals, "l1", l1);
    Object *l2 = copy_deep(l1);
    scope_bind(globals, "l2", l2);
    printf("%zu\n%zu\n", object_id(l1), object_id(l2));
    draw("deep", globals);
    list_append(l1, int_new(6));
    object_print(l1);
    object_print(l2);
    list_append(list_get(l1, 0), int_new(3));
    object_print(l1);
    object_print(l2);
    draw("deep", globals);
}
