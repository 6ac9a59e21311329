// mem.c: the C library's memory, with a head before each block.
//
//     +--------+-------+----------------------+
//     | nbytes | birth | what the caller gets |
//     +--------+-------+----------------------+
#include "memory/mem.h"

#include <stdlib.h>

typedef struct Head {
    size_t nbytes; // as many as the caller asked for
    size_t birth;  // 1 for the first block of the program
} Head;

static size_t live_bytes, births;

// No block of C's is longer than PTRDIFF_MAX, with its head.
static const size_t MOST = PTRDIFF_MAX - sizeof(Head);

static size_t allowed = SIZE_MAX;
static bool failed;

static bool is_refused(size_t nbytes)
{
    failed = allowed == 0;
    if (allowed > 0 && allowed < SIZE_MAX)
        allowed--;
    return failed || nbytes > MOST;
}

static void *record(Head *head, size_t nbytes, size_t birth)
{
    if (head == NULL)
        return error_no_memory();
    *head = (Head){ .nbytes = nbytes, .birth = birth };
    live_bytes += nbytes;
    return head + 1;
}

void *mem_alloc(size_t nbytes)
{
    Head *head = NULL;
    if (!is_refused(nbytes))
        head = calloc(1, sizeof(Head) + nbytes);
    if (head != NULL)
        births++;
    return record(head, nbytes, births);
}

size_t mem_live_bytes(void)
{
    return live_bytes;
}

size_t mem_birth(const void *block)
{
    return ((const Head *)block)[-1].birth;
}

void mem_free(void *block)
{
    if (block == NULL)
        return;
    Head *head = (Head *)block - 1;
    live_bytes -= head->nbytes;
    free(head);
}

size_t mem_array(size_t n, size_t size)
{
    return n > 0 && size > MOST / n ? MOST + 1 : n * size;
}

void *mem_resize(void *block, size_t nbytes)
{
    if (block == NULL)
        return mem_alloc(nbytes);
    Head old = ((Head *)block)[-1], *head = NULL;
    if (!is_refused(nbytes))
        head = realloc((Head *)block - 1, sizeof(Head) + nbytes);
    if (head != NULL)
        live_bytes -= old.nbytes;
    return record(head, nbytes, old.birth);
}

void mem_fail_after(size_t nallocs)
{
    allowed = nallocs;
    failed = false;
}

bool mem_has_failed(void)
{
    return failed;
}
