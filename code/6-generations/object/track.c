// track.c: who is in the ring of all containers, and who is not.
#include "object/track.h"

Ring track_all = { &track_all, &track_all };

bool track_has(Object *self)
{
    return track_can(self) && track_head(self)->ring.next != NULL;
}

void track_add(Object *self)
{
    if (track_has(self))
        return;
    track_head(self)->refs = 0;
    ring_add(&track_all, &track_head(self)->ring);
}

void track_remove(Object *self)
{
    if (track_has(self))
        ring_remove(&track_head(self)->ring);
}

void track_renew(Object *self)
{
    if (!track_has(self))
        return;
    track_remove(self);
    track_add(self);
}

bool track_may(Object *self)
{
    bool can_change = self->type->clear != NULL;
    return track_has(self) || (track_can(self) && can_change);
}

static Ring older[] = {
    { &older[0], &older[0] },
    { &older[1], &older[1] },
    { &older[2], &older[2] },
};

Ring *track_ring(int age)
{
    return age == YOUNG ? &track_all : &older[age - 1];
}

void track_merge(void)
{
    for (int age = YOUNG; age < AGES - 1; age++)
        ring_join(track_ring(age + 1), track_ring(age));
    ring_join(&track_all, track_ring(AGES - 1));
}

int track_age(Object *self)
{
    for (int age = YOUNG; age < AGES; age++) {
        const Ring *ring = track_ring(age);
        for (Ring *at = ring->next; at != ring; at = at->next)
            if (track_object(at) == self)
                return age;
    }
    return AGES;
}

static size_t limit = SIZE_MAX;
static void (*collect_due)(void);

void track_when_due(size_t most, void (*collect)(void))
{
    limit = most;
    collect_due = collect;
}

size_t track_count;

void track_birth(void)
{
    if (++track_count > limit)
        collect_due();
}

void track_end(void)
{
    if (track_count > 0)
        track_count--;
}
