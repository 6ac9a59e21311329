// holders.c: a program of chapter 4.
#include "object/type.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"
#include "object/ref.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *x = list_new(), *z = list_new(), *d = dict_new();
    Object *k = str_intern("k");
    scope_bind(globals, "x", x);
    printf("%zu\n", ref_count(x));
    scope_bind(globals, "y", x);
    list_append(z, x);
    list_append(z, x);
    scope_bind(globals, "z", z);
    decref(z);
    printf("%zu\n", ref_count(x));
    dict_set(d, k, x);
    scope_bind(globals, "d", d);
    decref(k);
    printf("%zu\n", ref_count(x));
    draw("holders", globals);
    scope_unbind(globals, "y");
    scope_unbind(globals, "z");
    printf("%zu\n", ref_count(x));
    dict_clear(d);
    printf("%zu\n", ref_count(x));
    decref(d);
    decref(x);
    x = list_new();
    printf("%zu\n", ref_count(x));
    decref(x);
    scope_free(globals);
}
