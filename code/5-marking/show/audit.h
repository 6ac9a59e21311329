// audit.h: whether all counts are right.
#ifndef SHOW_AUDIT_H
#define SHOW_AUDIT_H

#include "base/base.h"

// Recount all references that tracked objects and scopes hold.
//
// Panics if an object counts fewer. Returns how many references to
// tracked objects are held elsewhere: by C. O(references), and takes
// no memory. Not for use within a collection.
size_t audit(void);

#endif
