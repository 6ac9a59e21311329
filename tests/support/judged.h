// judged.h: a few lists that hold one another, to be judged; and words
// for which ring they are in, and what their heads say.
#ifndef JUDGED_H
#define JUDGED_H

#include "check.h"

#include "types/list.h"

static Ring aside;
static Object *a, *b, *c, *d, *h, *x, *leaf;

static inline bool is_done(Object *self)
{
    return track_head(self)->refs == 0;
}

// Whether these and no others are in `ring`, in that order.
static inline bool are_in(Ring *ring, size_t n, Object *const *all)
{
    Ring *at = ring->next;
    for (size_t i = 0; i < n; i++, at = at->next)
        if (at == ring || track_object(at) != all[i])
            return false;
    return at == ring;
}

#define ARE_IN(ring, ...)                                              \
    are_in(ring,                                                       \
           sizeof((Object *[]){ __VA_ARGS__ }) / sizeof(Object *),     \
           (Object *[]){ __VA_ARGS__ })

// After a judgement all are tracked again, and no note is left.
static inline void put_back(void)
{
    for (Ring *at = aside.next; at != &aside; at = at->next)
        ((Head *)at)->refs = 0;
    ring_join(&track_all, &aside);
}

static inline NEW Object *list_of(Object *item)
{
    Object *made = list_new();
    if (made != NULL && !list_append(made, item))
        ref_clear(&made);
    return made;
}

// A reference that the test has is left to it no more, in a moment.
#define let_go(object) (object)->count--
#define take_back(object) (object)->count++

// A leaf that was made before its holders; a dead ring a, b; a living
// one c, d; a list h that holds the leaf twice; a list x in itself.
static inline void make_world(void)
{
    leaf = hold(list_new());
    a = hold(list_new()), b = hold(list_new());
    c = hold(list_new()), d = hold(list_new());
    h = hold(list_new()), x = hold(list_new());
    did(list_append(a, b)), did(list_append(b, a));
    did(list_append(c, d)), did(list_append(d, c));
    did(list_append(d, leaf)), did(list_append(h, leaf));
    did(list_append(h, leaf)), did(list_append(x, leaf));
    did(list_append(x, x));
    let_go(leaf), let_go(a), let_go(b), let_go(d);
}

static inline void end_world(void)
{
    put_back();
    take_back(leaf), take_back(a), take_back(b), take_back(d);
}

#endif
