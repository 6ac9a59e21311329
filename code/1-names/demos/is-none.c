// is-none.c: a program of chapter 1.
#include "object/object.h"
#include "types/singleton.h"
#include "names/scope.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", none());
    if (object_is(scope_lookup(globals, "a"), none()))
        puts("a is None");
    if (!object_is(scope_lookup(globals, "a"), none()))
        puts("a is not None");
}
