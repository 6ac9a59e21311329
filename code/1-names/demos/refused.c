// refused.c: a program of chapter 1.
#include "memory/mem.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/show.h"

#include <stdio.h>

int main(void)
{
    Scope *globals = scope_new("globals");
    mem_fail_after(0);
    puts(scope_bind(globals, "a", int_new(1)) ? "bound" : "refused");
    mem_fail_after(SIZE_MAX);
    show_scope(stdout, globals);
}
