// copied-knot.c: a program of chapter 3.
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
    Object *l = list_new();
    list_append(l, int_new(1));
    list_append(l, l);
    Object *m = copy_deep(l);
    scope_bind(globals, "l", l);
    scope_bind(globals, "m", m);
    draw("copied-knot", globals);
    printf("%s ", object_is(m, l) ? "True" : "False");
    object_print(bool_of(object_is(list_get(m, 1), m)));
    bool is_equal = object_equal(l, m);
    if (error_occurred() != NULL)
        error_print();
    else
        object_print(bool_of(is_equal));
}
