// leak.c: linked into a program, says at its end what it never freed.
#include "memory/mem.h"

#include <stdio.h>

// 101: after all that the program itself still does on its way out.
__attribute__((destructor(101))) static void tell_leak(void)
{
    size_t nbytes = mem_live_bytes();
    if (nbytes > 0)
        fprintf(stderr, "leak: %zu bytes live\n", nbytes);
}
