// str.h: text that never changes.
#ifndef TYPES_STR_H
#define TYPES_STR_H

#include "object/object.h"

extern Type str_type; // CPython's PyUnicode_Type

// A string of that text. NULL when memory runs out.
//
// Like CPython's PyUnicode_FromString.
NEW Object *str_new(const char *text);

// A string of the `nbytes` bytes at `text`, which may have zeros.
//
// Returns NULL when memory runs out. Like PyUnicode_FromStringAndSize.
NEW Object *str_new_sized(const char *text, size_t nbytes);

// The text of `self`, which must be a str; it lives as long as `self`.
const char *str_text(Object *self);

// How many bytes the text of `self` has.
size_t str_length(Object *self);

// The one string of that text that all who intern it share.
//
// Returns NULL when memory runs out. O(length) on average. Like
// CPython's PyUnicode_InternFromString.
NEW Object *str_intern(const char *text);

// The string of that text that was interned, or NULL if none was.
BORROWED Object *str_interned(const char *text);

#endif
