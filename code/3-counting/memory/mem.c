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

static void *record(Head *head, size_t nbytes, size_t birth)
{
    *head = (Head){ .nbytes = nbytes, .birth = birth };
    live_bytes += nbytes;
    return head + 1;
}

static size_t allowed = SIZE_MAX;
static bool failed;

static bool may_succeed(void)
{
    failed = failed || allowed == 0;
    if (allowed > 0 && allowed < SIZE_MAX)
        allowed--;
    return !failed;
}

void *mem_alloc(size_t nbytes)
{
    if (!may_succeed())
        return NULL;
    Head *head = calloc(1, sizeof(Head) + nbytes);
    return head == NULL ? NULL : record(head, nbytes, ++births);
}

void *mem_resize(void *block, size_t nbytes)
{
    if (block == NULL)
        return mem_alloc(nbytes);
    Head old = ((Head *)block)[-1];
    if (!may_succeed())
        return NULL;
    // Move the block with its head
    Head *head = realloc((Head *)block - 1, sizeof(Head) + nbytes);
    if (head == NULL)
        return NULL;
    live_bytes -= old.nbytes;
    return record(head, nbytes, old.birth);
}

void mem_free(void *block)
{
    if (block == NULL)
        return;
    Head *head = (Head *)block - 1;
    live_bytes -= head->nbytes;
    free(head);
}

size_t mem_live_bytes(void)
{
    return live_bytes;
}

size_t mem_birth(const void *block)
{
    return ((const Head *)block)[-1].birth;
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
