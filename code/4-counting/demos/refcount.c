// refcount.c: a program of chapter 4.
#include "object/type.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/list.h"
#include "object/ref.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *l1 = list_new();
    for (int i = 1; i <= 3; i++) {
        Object *item = int_new(i);
        list_append(l1, item);
        decref(item);
    }
    scope_bind(globals, "l1", l1);
    decref(l1);
    printf("%zu\n", scope_refcount(globals, "l1"));
    scope_bind(globals, "l2", l1);
    printf("%zu\n", scope_refcount(globals, "l2"));
    draw("refcount", globals);
    scope_free(globals);
}
