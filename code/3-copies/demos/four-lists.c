// four-lists.c: a program of chapter 3.
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
    Object *l1 = list_new();
    for (int i = 1; i <= 3; i++)
        list_append(l1, int_new(i));
    scope_bind(globals, "l1", l1);
    Object *l2 = list_slice(l1, 0, list_length(l1));
    scope_bind(globals, "l2", l2);
    scope_bind(globals, "l3", copy_shallow(l1));
    scope_bind(globals, "l4", list_slice(l1, 0, list_length(l1)));
    printf("%zu\n", object_id(l1));
    printf("%zu\n", object_id(l2));
    object_print(bool_of(object_equal(l1, l2)));
    object_print(bool_of(object_is(l1, l2)));
    printf("%zu\n", object_id(scope_lookup(globals, "l3")));
    printf("%zu\n", object_id(scope_lookup(globals, "l4")));
    draw("four-lists", globals);
    list_append(l1, int_new(4));
    printf("%zu\n", object_id(l1));
    object_print(bool_of(object_equal(l1, l2)));
    object_print(bool_of(object_is(l1, l2)));
}
