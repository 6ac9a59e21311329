// roll-call.c: a program of chapter 5.
#include "object/type.h"
#include "names/scope.h"
#include "types/list.h"
#include "object/ref.h"
#include "object/track.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    printf("%zu\n", ring_length(&track_all));
    Object *a = list_new(), *b = list_new();
    list_append(a, b);
    list_append(b, a);
    scope_bind(globals, "a", a);
    scope_bind(globals, "b", b);
    decref(a);
    decref(b);
    printf("%zu\n", ring_length(&track_all));
    scope_unbind(globals, "a");
    scope_unbind(globals, "b");
    printf("%zu\n", ring_length(&track_all));
    list_clear(track_object(track_all.next));
    printf("%zu\n", ring_length(&track_all));
    scope_free(globals);
}
