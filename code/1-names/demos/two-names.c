// two-names.c: a program of chapter 1.
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", int_new(1));
    printf("%zu\n", object_id(scope_lookup(globals, "a")));
    scope_bind(globals, "b", scope_lookup(globals, "a"));
    printf("%zu\n", object_id(scope_lookup(globals, "b")));
    int64_t sum = int_value(scope_lookup(globals, "a")) + 1;
    scope_bind(globals, "a", int_new(sum));
    printf("%zu\n", object_id(scope_lookup(globals, "a")));
    scope_bind(globals, "c", int_new(1));
    printf("%zu\n", object_id(scope_lookup(globals, "c")));
}
