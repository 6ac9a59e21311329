// given.h: names for what a test makes.
#ifndef GIVEN_H
#define GIVEN_H

#include "check.h"

// Bind `name` to what was made for it alone, if it was.
static inline bool give(const char *name, STEALS Object *made)
{
    bool done = made != NULL && scope_bind(names, name, made);
    ref_clear(&made);
    return done;
}

static inline Object *named(const char *name)
{
    return scope_lookup(names, name);
}

#endif
