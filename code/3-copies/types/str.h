// str.h: text that never changes.
#ifndef TYPES_STR_H
#define TYPES_STR_H

#include "object/object.h"

extern Type str_type; // CPython's PyUnicode_Type

// A string of that text, made now unless it has fewer than two bytes:
// those are interned.
//
// Returns NULL when memory runs out. As PyUnicode_FromString.
NEW Object *str_new(const char *text);

// The text of `self`, which must be a str; it lives as long as `self`.
const char *str_text(Object *self);

// The one string of that text that all who intern it share.
//
// Returns NULL when memory runs out. As PyUnicode_InternFromString.
NEW Object *str_intern(const char *text);

#endif
