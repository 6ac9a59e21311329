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

extern Ring track_all; // all that are tracked, the oldest first

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

#endif
