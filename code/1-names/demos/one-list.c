// one-list.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "types/list.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *l1 = list_new();
    for (int i = 1; i <= 3; i++)
        list_append(l1, int_new(i));
    scope_bind(globals, "l1", l1);
    printf("%zu\n", object_id(scope_lookup(globals, "l1")));
    scope_bind(globals, "l2", scope_lookup(globals, "l1"));
    printf("%zu\n", object_id(scope_lookup(globals, "l2")));
    list_append(scope_lookup(globals, "l1"), int_new(4));
    printf("%zu\n", object_id(scope_lookup(globals, "l1")));
    object_print(scope_lookup(globals, "l1"));
    object_print(scope_lookup(globals, "l2"));
}
