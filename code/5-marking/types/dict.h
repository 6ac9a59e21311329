// dict.h: keys and their values.
#ifndef TYPES_DICT_H
#define TYPES_DICT_H

#include "types/table.h"

// Open to all, so that other types can begin as a dict does.
typedef struct Dict {
    Object object;
    Table table;
} Dict;

extern Type dict_type; // CPython's PyDict_Type

// An empty dict, or NULL when memory runs out: PyDict_New.
NEW Object *dict_new(void);

// How many keys `self` has.
size_t dict_length(Object *self);

// The value of `key`, or NULL if it is not there: Python's self.get.
//
// NULL with the error set, if it has no hash or a key that is asked
// fails. Like CPython's PyDict_GetItemWithError.
BORROWED Object *dict_get(Object *self, Object *key);

// Let `key` have `value`: self[key] = value.
//
// The dict keeps both; an equal key that was there stays. Returns
// false, with nothing changed, when memory runs out, or did before, so
// that one of them is NULL; or where dict_get fails. O(1) on average.
// Like CPython's PyDict_SetItem.
bool dict_set(Object *self, Object *key, Object *value);

// Take `key` out: del self[key]. Returns false if it is not there, or,
// with the error set, where dict_get fails.
bool dict_delete(Object *self, Object *key);

// Take everything out of `self`: self.clear().
void dict_clear(Object *self);

// The slot visit of all types whose objects begin as a Dict.
void dict_visit(Object *self, Visit visit, void *context);

// The slot copy: an object of the same type, with the same entries.
//
// NULL where table_update fails. Like CPython's PyDict_Copy.
NEW Object *dict_copy(Object *self);

// The slot deep_copy: `memo` keeps `self` and the answer.
//
// NULL where copy_table fails. Like copy._deepcopy_dict.
NEW Object *dict_deep_copy(Object *self, Table *memo);

// The slot drop of all types whose objects begin as a Dict.
NEW Object *dict_drop(Object *self);

#endif
