// table.h: the one hash table, under dict, set and memo. No object.
#ifndef TYPES_TABLE_H
#define TYPES_TABLE_H

#include "object/object.h"

// Where a search is. Both begin as the hash; the low bits of `at` are
// the place.
typedef struct Probe {
    size_t at;
    size_t rest; // of the hash: what has had no say as yet
} Probe;

// Go on to the next place, as CPython's lookups do.
static inline void probe_on(Probe *probe)
{
    probe->rest >>= 5;
    probe->at = 5 * probe->at + probe->rest + 1;
}

typedef struct Entry {
    size_t hash;
    Object *key;   // NULL: a tombstone
    Object *value; // NULL in a set
} Entry;

struct Table {
    uint32_t length;  // how many keys there are
    uint32_t used;    // entries, with the tombstones
    uint32_t nplaces; // a power of two, or 0
    bool by_identity; // whether only the same key is alike
    Entry *entries;   // in the order in which their keys came
    uint32_t *places; // numbers of entries, from 1; 0 is free
};

// The entry of `key`, or NULL. It is good until the table changes.
//
// NULL, with the error set, if `key` has no hash or a key that is asked
// fails. O(1) on average. Like CPython's PyDict_GetItemWithError.
const Entry *table_find(const Table *table, Object *key);

// Let `key` have `value`, which may be NULL.
//
// The table keeps both; an equal key that was there stays. Returns
// false, with nothing changed, when memory runs out, or where
// table_find fails. O(1) on average.
bool table_set(Table *table, Object *key, Object *value);

// Take `key` out. Returns false if it is not there, or, with the error
// set, where table_find fails. O(1) on average.
bool table_delete(Table *table, Object *key);

// Take everything out of `table`, and give its memory back.
void table_clear(Table *table);

// Called for an entry; `context` is the caller's own. False: stop.
typedef bool Each(const Entry *entry, void *context);

// Call `each` with a copy of every entry, in order, until one is false.
//
// `each` may change the table; then the walk goes on as far as there
// are entries. Returns whether all were true. Like PyDict_Next.
bool table_each(const Table *table, Each *each, void *context);

// Whether both have the same keys, with matching values.
//
// False, with the error set, if somebody who is asked fails.
bool table_equal(const Table *a, const Table *b);

// Write the keys and their values, with commas between.
bool table_show(FILE *out, const Table *table);

// Call `visit` for every key and every value.
void table_visit(const Table *table, Visit visit, void *context);

// Set all that is in `from` in `to` as well.
//
// Returns false, with `to` half full, when memory runs out, if a key
// fails, or if one that is asked adds to `from` or clears it:
// RuntimeError. Like CPython's dict_merge.
bool table_update(Table *to, const Table *from);

// Take everything out of `table`, as table_clear does, and return the
// last reference, the caller's from now on. NULL if it held nothing.
NEW Object *table_drop(Table *table);

#endif
