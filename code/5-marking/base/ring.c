// ring.c: what takes more than a line with a ring.
#include "base/ring.h"

size_t ring_length(const Ring *ring)
{
    size_t length = 0;
    for (const Ring *at = ring->next; at != ring; at = at->next)
        length++;
    return length;
}

void ring_join(Ring *ring, Ring *from)
{
    ring->prev->next = from->next;
    from->next->prev = ring->prev;
    from->prev->next = ring;
    ring->prev = from->prev;
    ring_init(from);
}
