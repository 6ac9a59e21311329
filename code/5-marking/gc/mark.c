// mark.c: what no root leads to is garbage, says the textbook.
#include "gc/mark.h"

enum { REACHED, WHITE }; // what `refs` of a head says here

static void reach(Object *child, void *reached)
{
    if (!track_can(child) || track_head(child)->refs != WHITE)
        return;
    track_head(child)->refs = REACHED;
    ring_move(reached, &track_head(child)->ring);
}

static void paint(Ring *ring, size_t colour)
{
    for (Ring *at = ring->next; at != ring; at = at->next)
        ((Head *)at)->refs = colour;
}

void mark_find(Roots *roots, Ring *unreachable)
{
    Ring reached;
    ring_init(&reached);
    paint(&track_all, WHITE);
    roots(reach, &reached);
    for (Ring *at = reached.next; at != &reached; at = at->next) {
        Object *self = track_object(at);
        self->type->visit(self, reach, &reached);
    }
    paint(&track_all, REACHED); // white no more: all notes are 0
    ring_join(unreachable, &track_all);
    ring_join(&track_all, &reached);
}

static void let_go(Object *self)
{
    weakref_clear_all(self);
    Object *last = NULL;
    if (self->type->drop != NULL)
        last = self->type->drop(self);
    ref_clear(&last);
}

size_t mark_sweep(Ring *unreachable)
{
    Ring *at;
    for (at = unreachable->next; at != unreachable; at = at->next)
        incref(track_object(at)); // so that none ends by its count
    for (at = unreachable->next; at != unreachable; at = at->next)
        let_go(track_object(at));
    size_t n = 0;
    for (; !ring_is_empty(unreachable); n++) {
        Object *self = track_object(unreachable->next);
        track_remove(self);
        object_free(self);
    }
    return n;
}
