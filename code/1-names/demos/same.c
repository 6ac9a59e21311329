// same.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", int_new(1));
    scope_bind(globals, "b", scope_lookup(globals, "a"));
    Object *a = scope_lookup(globals, "a");
    Object *b = scope_lookup(globals, "b");
    printf("%zu\n", object_id(a));
    printf("%zu\n", object_id(b));
    object_print(bool_of(object_equal(a, b)));
    object_print(bool_of(object_is(a, b)));
}
