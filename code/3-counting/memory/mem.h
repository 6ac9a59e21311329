// mem.h: the one door to memory.
#ifndef MEMORY_MEM_H
#define MEMORY_MEM_H

#include "base/base.h"

// Take `nbytes` of memory, all of them zero.
//
// Returns NULL when there is none. As CPython's PyMem_Calloc, but it
// keeps a record of each block.
void *mem_alloc(size_t nbytes);

// The bytes that callers asked for and have not given back.
size_t mem_live_bytes(void);

// When `block` was made: 1 for the first block of the program. O(1).
size_t mem_birth(const void *block);

// Give back `block`, which is a block of mem's, or NULL.
void mem_free(void *block);

// Make `block`, which may be NULL, `nbytes` long, and maybe move it.
//
// What it held stays, as far as it fits; bytes gained are not zeroed.
// Returns NULL, with the old block untouched, when memory runs out.
// As CPython's PyMem_Realloc.
void *mem_resize(void *block, size_t nbytes);

// The bytes of `n` items of `size` bytes, or more than there can be.
size_t mem_array(size_t n, size_t size);

// Let `nallocs` more requests succeed and no others; SIZE_MAX: all.
void mem_fail_after(size_t nallocs);

// Whether a request was refused since mem_fail_after was last called.
bool mem_has_failed(void);

#endif
