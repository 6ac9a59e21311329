// itself.c: a program of chapter 1.
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
    Object *l = list_new();
    list_append(l, int_new(1));
    list_append(l, l);
    scope_bind(globals, "l", l);
    printf("%zu\n", list_length(l));
    object_print(bool_of(object_is(list_get(l, 1), l)));
    Object *deep = list_get(list_get(list_get(l, 1), 1), 1);
    object_print(list_get(deep, 0));
    draw("itself", globals);
}
