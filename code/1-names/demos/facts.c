// facts.c: a program of chapter 1.
#include "types/int.h"
#include "names/scope.h"
#include "show/show.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", int_new(1));
    scope_bind(globals, "b", int_new(1000));
    scope_bind(globals, "c", scope_lookup(globals, "b"));
    show_scope(stdout, globals);
}
