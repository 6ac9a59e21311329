// track.h: the containers that the collector can see.
#ifndef OBJECT_TRACK_H
#define OBJECT_TRACK_H

#include "base/ring.h"
#include "object/type.h"

// What stands before each container. Like CPython's PyGC_Head.
typedef struct Head {
    Ring ring;   // where it stands among the tracked; it comes first
    size_t refs; // the collector's note on it; 0 between its runs
} Head;

// How old a container is; FROZEN are those that none collects. And how
// many ages there are.
enum { YOUNG, MIDDLE, OLD, FROZEN, AGES };

extern Ring track_all; // those that are young

// The ring of those of that age. YOUNG is track_all.
Ring *track_ring(int age);

// Whether `self` is a container, and so has a head. PyObject_IS_GC.
static inline bool track_can(const Object *self)
{
    return self->type->visit != NULL;
}

// The head of `self`, which must have one. Like CPython's _Py_AS_GC.
static inline Head *track_head(Object *self)
{
    return (Head *)self - 1;
}

// The object whose head begins at `node`. Like CPython's _Py_FROM_GC.
static inline BORROWED Object *track_object(Ring *node)
{
    return (Object *)((Head *)node + 1);
}

// Whether the collector can see `self`. Like PyObject_GC_IsTracked.
bool track_has(Object *self);

// Let the collector see `self`, a container. Like PyObject_GC_Track.
void track_add(Object *self);

// Hide `self` from the collector. Like PyObject_GC_UnTrack.
void track_remove(Object *self);

// Let `self`, if it is tracked, be the youngest of all.
void track_renew(Object *self);

// Whether `self` is tracked, or may be so some day.
//
// What can't be cleared can't change: untracked, it will stay so. Like
// CPython's _PyObject_GC_MAY_BE_TRACKED.
bool track_may(Object *self);

// Whether nothing that `self` holds can lead back to it.
static inline bool track_is_plain(Object *self)
{
    return self->type->is_plain != NULL && self->type->is_plain(self);
}

// Let all be young again, the oldest first.
void track_merge(void);

// How old `self` is, or AGES if it is in none of the rings. O(tracked).
int track_age(Object *self);

// Containers made less containers ended since it was last set to 0.
extern size_t track_count;

// Count a birth. Like CPython's _PyObject_GC_Link.
void track_birth(void);

// Count an end, but never below 0. Like CPython's PyObject_GC_Del.
void track_end(void);

// From now on call `collect` when a birth brings track_count above
// `limit`. The newborn is not tracked yet then.
void track_when_due(size_t limit, void (*collect)(void));

#endif
