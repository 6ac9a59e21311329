// table.h: the one hash table, under dict, set and memo. No object.
#ifndef TYPES_TABLE_H
#define TYPES_TABLE_H

#include "object/object.h"

typedef struct Entry {
    size_t hash;
    Object *key;   // NULL when it was deleted
    Object *value; // NULL in a set
} Entry;

typedef struct Table {
    bool by_identity; // whether only the same key is alike
    uint32_t length;  // how many keys there are
    uint32_t used;    // entries, with those that were deleted
    uint32_t nplaces; // a power of two, or 0
    Entry *entries;   // in the order in which their keys came
    uint32_t *places; // numbers of entries, from 1; 0 is free
} Table;

// The entry of `key`, or NULL. It is good until the table changes.
//
// O(1) on average. NULL, too, when `key` has no hash.
const Entry *table_find(const Table *table, Object *key);

// Let `key` have `value`, which may be NULL.
//
// The table keeps both; an equal key that was there stays. Returns
// false, with nothing changed, when memory runs out or `key` has no
// hash. O(1) on average.
bool table_set(Table *table, Object *key, Object *value);

// The next entry from number `*at` on, or NULL; `*at` moves behind it.
//
//     for (size_t at = 0; (entry = table_next(table, &at)) != NULL;)
//
// As CPython's PyDict_Next.
const Entry *table_next(const Table *table, size_t *at);

// Take `key` out. Returns false if it is not there.
bool table_delete(Table *table, Object *key);

// Call `visit` for every key and every value.
void table_visit(const Table *table, Visit visit, void *context);

// Whether both have the same keys, with matching values.
bool table_equal(const Table *a, const Table *b);

// Set all that is in `from` in `to` as well.
//
// Returns false, with `to` half full, when memory runs out.
bool table_update(Table *to, const Table *from);

// Take everything out of `table`, and give its memory back.
void table_clear(Table *table);

#endif
