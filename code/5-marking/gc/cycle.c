// cycle.c: CPython's collector, which knows no roots, only counts.
//
// What `refs` of a head says while it is judged:
//
//     0       it is not judged: not ours, or found to be reachable
//     1 + n   n references to it have not been found inside
//     ASIDE   in `unreachable`, until somebody leads to it
#include "gc/cycle.h"

#include <assert.h>

void cycle_copy_counts(Ring *judged)
{
    for (Ring *at = judged->next; at != judged; at = ring_next(at))
        ((Head *)at)->refs = 1 + track_object(at)->count;
}

static void subtract(Object *child, void *context)
{
    (void)context;
    if (!track_can(child) || track_head(child)->refs == 0)
        return;
    assert(track_head(child)->refs > 1); // or a count is too small
    track_head(child)->refs--;
}

void cycle_subtract_inner(Ring *judged)
{
    for (Ring *at = judged->next; at != judged; at = ring_next(at)) {
        Object *self = track_object(at);
        self->type->visit(self, subtract, NULL);
    }
}

static const size_t ASIDE = SIZE_MAX;

static void rescue(Object *child, void *judged)
{
    if (!track_can(child))
        return;
    Head *head = track_head(child);
    if (head->refs == ASIDE)
        ring_move(judged, &head->ring);
    if (head->refs == ASIDE || head->refs == 1)
        head->refs = 2; // as from outside: one who stays holds it
}

Ring *cycle_look(Ring *at, Ring *judged, Ring *unreachable)
{
    Head *head = (Head *)at;
    Object *self = track_object(at);
    if (head->refs > 1)
        self->type->visit(self, rescue, judged);
    Ring *next = ring_next(at);
    // Set it aside, or let it stay
    if (head->refs == 1)
        ring_move(unreachable, at);
    else if (self->type->clear == NULL && track_is_plain(self))
        track_remove(self);
    head->refs = head->refs == 1 ? ASIDE : 0;
    return next;
}

void cycle_set_aside(Ring *judged, Ring *unreachable)
{
    Ring *at = judged->next;
    while (at != judged)
        at = cycle_look(at, judged, unreachable);
}

void cycle_judge(Ring *judged, Ring *unreachable)
{
    cycle_copy_counts(judged);
    cycle_subtract_inner(judged);
    cycle_set_aside(judged, unreachable);
}

void cycle_delete(Ring *garbage, Ring *reachable)
{
    while (!ring_is_empty(garbage)) {
        Object *self = track_object(garbage->next);
        track_head(self)->refs = 0;
        ring_move(reachable, garbage->next);
        incref(self);
        if (self->type->clear != NULL)
            self->type->clear(self);
        decref(self);
    }
}

void cycle_finalize(Ring *unreachable)
{
    Ring seen;
    ring_init(&seen);
    while (!ring_is_empty(unreachable)) {
        Object *self = track_object(unreachable->next);
        ring_move(&seen, unreachable->next);
        incref(self);
        ref_finalize(self);
        decref(self);
    }
    ring_join(unreachable, &seen);
}

static void take_farewells(Object *target, Ring *farewells)
{
    for (Object *ref; (ref = weakref_first(target)) != NULL;) {
        bool is_garbage = track_head(ref)->refs == ASIDE;
        if (!weakref_cut(ref) || is_garbage)
            continue;
        incref(ref);
        ring_move(farewells, &track_head(ref)->ring);
    }
}

size_t cycle_say_farewells(Ring *farewells, Ring *reachable)
{
    size_t nended = 0;
    while (!ring_is_empty(farewells)) {
        Ring *first = farewells->next;
        weakref_tell(track_object(first));
        decref(track_object(first));
        if (farewells->next == first)
            ring_move(reachable, first);
        else
            nended++;
    }
    return nended;
}

void cycle_clear_weakrefs(Ring *unreachable, Ring *farewells)
{
    Ring *at = unreachable->next;
    for (; at != unreachable; at = ring_next(at)) {
        if (track_object(at)->type == &weakref_type)
            weakref_cut(track_object(at));
        take_farewells(track_object(at), farewells);
    }
}

size_t cycle_untrack(Ring *reachable)
{
    size_t nleft = 0;
    Ring *at = reachable->next;
    while (at != reachable) {
        Object *self = track_object(at);
        at = ring_next(at);
        if (self->type->clear != NULL && track_is_plain(self))
            track_remove(self);
        else
            nleft++;
    }
    return nleft;
}

bool cycle_has_finalizer(Ring *unreachable)
{
    Ring *at = unreachable->next;
    while (at != unreachable && !ref_has_finalizer(track_object(at)))
        at = ring_next(at);
    return at != unreachable;
}
