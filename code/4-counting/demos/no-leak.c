// no-leak.c: a program of chapter 4.
#include "memory/mem.h"
#include "object/type.h"
#include "types/int.h"
#include "names/scope.h"
#include "object/ref.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    for (int i = 0; i < 1000; i++) {
        Object *value = int_new(1000 + i);
        scope_bind(globals, "a", value);
        decref(value);
    }
    printf("%zu bytes\n", mem_live_bytes());
    scope_free(globals);
    printf("%zu bytes\n", mem_live_bytes());
}
