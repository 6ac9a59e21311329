// ring.h: a ring of nodes, each of which is part of something else.
#ifndef BASE_RING_H
#define BASE_RING_H

#include "base/base.h"

typedef struct Ring {
    struct Ring *next, *prev; // NULL while it is in no ring
} Ring;

// Make `ring` a ring of its own, with nothing in it.
static inline void ring_init(Ring *ring)
{
    ring->next = ring->prev = ring;
}

// Whether there is nothing in `ring`.
static inline bool ring_is_empty(const Ring *ring)
{
    return ring->next == ring;
}

// Put `node`, which is in no ring, at the end of `ring`.
static inline void ring_add(Ring *ring, Ring *node)
{
    node->next = ring;
    node->prev = ring->prev;
    node->prev->next = ring->prev = node;
}

// Take `node` out of the ring that it is in.
static inline void ring_remove(Ring *node)
{
    node->prev->next = node->next;
    node->next->prev = node->prev;
    node->next = node->prev = NULL;
}

// How many nodes are in `ring`. O(nodes).
size_t ring_length(const Ring *ring);

// Move `node` from the ring that it is in to the end of `ring`.
static inline void ring_move(Ring *ring, Ring *node)
{
    ring_remove(node);
    ring_add(ring, node);
}

// Move all that is in `from` to the end of `ring`, in order. O(1).
void ring_join(Ring *ring, Ring *from);

// The node after `at`, for long walks: fetches what lies a page on.
static inline Ring *ring_next(const Ring *at)
{
    __builtin_prefetch((const char *)at + 4096);
    return at->next;
}

#endif
