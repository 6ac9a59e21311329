// one-list-drawn.c: a program of chapter 1.
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
    Object *l1 = list_new();
    for (int i = 1; i <= 3; i++)
        list_append(l1, int_new(i));
    scope_bind(globals, "l1", l1);
    scope_bind(globals, "l2", l1);
    draw("one-list", globals);
    list_append(l1, int_new(4));
    draw("one-list", globals);
    object_print(scope_lookup(globals, "l2"));
}
