// two-kinds.c: a program of chapter 2.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/dict.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *d = dict_new(), *row = list_new();
    scope_bind(globals, "d", d);
    dict_set(d, int_new(1), str_new("spam"));
    dict_set(d, str_new("row"), row);
    dict_set(d, none(), row);
    object_print(d);
    draw("two-kinds", globals);
}
