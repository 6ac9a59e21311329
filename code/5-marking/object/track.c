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
