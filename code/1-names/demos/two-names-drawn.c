// two-names-drawn.c: a program of chapter 1.
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", int_new(1));
    scope_bind(globals, "b", scope_lookup(globals, "a"));
    draw("two-names", globals);
    int64_t sum = int_value(scope_lookup(globals, "a")) + 1;
    scope_bind(globals, "a", int_new(sum));
    scope_bind(globals, "c", int_new(1));
    draw("two-names", globals);
    object_print(scope_lookup(globals, "b"));
}
