// too-early.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *old = int_new(1000);
    scope_bind(globals, "a", old);
    scope_bind(globals, "b", scope_lookup(globals, "a"));
    scope_bind(globals, "a", int_new(2000));
    object_free(old);
    object_print(scope_lookup(globals, "b"));
}
