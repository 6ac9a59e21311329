// leak.c: a program of chapter 1.
#include "memory/mem.h"
#include "types/int.h"
#include "names/scope.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    for (int i = 0; i < 1000; i++)
        scope_bind(globals, "a", int_new(1000 + i));
    printf("%zu bytes\n", mem_live_bytes());
    scope_free(globals);
    printf("%zu bytes\n", mem_live_bytes());
}
