// bench-mem.c: mem.h over the C library and nothing else, to measure: no
// head before a block, and no test that wants a request to fail.
#include "memory/mem.h"

#include <stdlib.h>

static void *or_error(void *block)
{
    return block == NULL ? error_no_memory() : block;
}

void *mem_alloc(size_t nbytes)
{
    return or_error(calloc(1, nbytes));
}

void *mem_resize(void *block, size_t nbytes)
{
    return or_error(realloc(block, nbytes));
}

void mem_free(void *block)
{
    free(block);
}

size_t mem_array(size_t n, size_t size)
{
    const size_t most = PTRDIFF_MAX;
    return n > 0 && size > most / n ? most : n * size;
}

// The other questions have answers, so that all of the runtime links.

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
