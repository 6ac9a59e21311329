// mem_bare.c: mem.h without heads and without failures, to measure.
#include "memory/mem.h"

#include <stdlib.h>

void *mem_alloc(size_t nbytes)
{
    return calloc(1, nbytes);
}

void *mem_resize(void *block, size_t nbytes)
{
    return realloc(block, nbytes);
}

void mem_free(void *block)
{
    free(block);
}

size_t mem_array(size_t n, size_t size)
{
    const size_t most = PTRDIFF_MAX;
    return n > 0 && size > most / n ? most + 1 : n * size;
}

size_t mem_live_bytes(void)
{
    return 0;
}

size_t mem_birth(const void *block)
{
    (void)block;
    return 0;
}

void mem_fail_after(size_t nallocs)
{
    (void)nallocs;
}

bool mem_has_failed(void)
{
    return false;
}
