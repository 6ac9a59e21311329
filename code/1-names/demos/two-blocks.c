// two-blocks.c: a program of chapter 1.
#include "memory/mem.h"

#include <stdio.h>

int main(void)
{
    char *a = mem_alloc(8), *b = mem_alloc(100);
    printf("born as %zu and %zu\n", mem_birth(a), mem_birth(b));
    printf("holding %d and %d\n", a[7], b[99]);
    puts(mem_alloc(SIZE_MAX) == NULL ? "refused" : "handed out");
    printf("%zu bytes\n", mem_live_bytes());
}
