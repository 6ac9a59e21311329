// dict-knot.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"
#include "types/copy.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *a = list_new(), *d = dict_new();
    Object *x = str_intern("x"), *y = str_intern("y");
    list_append(a, int_new(1));
    dict_set(d, x, a);
    dict_set(d, y, a);
    dict_set(d, str_intern("d"), d);
    Object *e = copy_deep(d);
    object_print(e);
    bool is_one = object_is(dict_get(e, x), dict_get(e, y));
    bool is_old = object_is(dict_get(e, x), a);
    bool is_knot = object_is(dict_get(e, str_intern("d")), e);
    printf("%s %s %s\n", is_one ? "True" : "False",
           is_old ? "True" : "False", is_knot ? "True" : "False");
    scope_bind(globals, "e", e);
    draw("dict-knot", globals);
}
