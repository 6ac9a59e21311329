// mem.h: the one door to memory.
#ifndef MEMORY_MEM_H
#define MEMORY_MEM_H

#include "base/base.h"

// Take `nbytes` of memory, all of them zero.
//
// Returns NULL when there is none. Like CPython's PyMem_Calloc, but it
// keeps a record of each block.
void *mem_alloc(size_t nbytes);

// The bytes that callers have asked for and not yet given back.
size_t mem_live_bytes(void);

// When `block`, one of mem's, was made: 1 for the first of all. O(1).
size_t mem_birth(const void *block);

// Give back `block`, which must be a block of mem's, or NULL.
void mem_free(void *block);

// Make `block`, which may be NULL, `nbytes` long; it may move.
//
// What it held stays, as far as it fits; bytes added are not zeroed.
// Returns NULL, with the old block untouched, when memory runs out.
// Like CPython's PyMem_Realloc.
void *mem_resize(void *block, size_t nbytes);

// The bytes of `n` items of `size` bytes; when no block is that long,
// a number that mem refuses.
size_t mem_array(size_t n, size_t size);

// Let the next `nallocs` requests through, then none; SIZE_MAX: all.
void mem_fail_after(size_t nallocs);

// Whether that limit has refused a request since it was last set.
bool mem_has_failed(void);
#include "base/error.h"

#endif
