// dicts.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"
#include "types/set.h"
#include "types/copy.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *d = dict_new(), *row = list_new();
    dict_set(d, int_new(1), int_new(10));
    dict_set(d, int_new(2), int_new(20));
    list_append(row, int_new(1));
    dict_set(d, str_intern("row"), row);
    Object *e = copy_shallow(d);
    scope_bind(globals, "d", d);
    scope_bind(globals, "e", e);
    list_append(dict_get(d, str_intern("row")), int_new(2));
    dict_delete(d, int_new(2));
    object_print(d);
    object_print(e);
    draw("dicts", globals);
    Object *one = set_new(), *truth = set_new();
    set_add(one, int_new(1));
    set_add(truth, bool_of(true));
    object_print(bool_of(object_equal(copy_shallow(one), truth)));
}
