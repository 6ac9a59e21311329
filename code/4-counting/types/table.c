// table.c: entries in their order, and places to find them by hash.
//
//     places    0 | 2 | 0 | 0 | 1 | 0 | 3 | 0     0: free
//     entries   1: hash, key, value
//               2: hash, key, value
//               3: hash, key, value
//               room for two more
#include "types/table.h"

#include "memory/mem.h"

static bool hash_key(const Table *table, Object *key,
                     size_t *hash)
{
    if (!table->by_identity)
        return object_hash(key, hash);
    *hash = object_id(key) >> 4;
    return true;
}

static bool is_alike(const Table *table, const Entry *entry,
                     Object *key)
{
    return !table->by_identity && key != NULL && entry->key != NULL
           && object_equal(entry->key, key);
}

static bool has_key(const Table *table, const Entry *entry,
                    Object *key, size_t hash)
{
    return entry->key == key
           || (entry->hash == hash && is_alike(table, entry, key));
}

static uint32_t *find_place(const Table *table, Object *key,
                            size_t hash)
{
    size_t rest = hash;
    for (size_t i = hash;; i = 5 * i + rest + 1) {
        uint32_t *place = &table->places[i & (table->nplaces - 1)];
        if (*place == 0
            || has_key(table, &table->entries[*place - 1], key, hash))
            return place;
        rest >>= 5;
    }
}

static Entry *find(const Table *table, Object *key, size_t hash)
{
    if (table->length == 0)
        return NULL;
    uint32_t place = *find_place(table, key, hash);
    return place == 0 ? NULL : &table->entries[place - 1];
}

const Entry *table_find(const Table *table, Object *key)
{
    size_t hash;
    return hash_key(table, key, &hash) ? find(table, key, hash) : NULL;
}

static void add(Table *table, Entry entry)
{
    uint32_t *place = find_place(table, NULL, entry.hash);
    table->entries[table->used++] = entry;
    *place = table->used;
    table->length++;
}

enum { FEWEST = 4 };

static size_t room(size_t nplaces)
{
    return nplaces * 2 / 3;
}

static size_t places_for(size_t length)
{
    size_t nplaces = FEWEST;
    while (nplaces <= 3 * length)
        nplaces *= 2;
    return nplaces;
}

static bool allocate(Table *table, size_t nplaces)
{
    size_t nbytes = mem_array(nplaces, sizeof(uint32_t));
    nbytes += mem_array(room(nplaces), sizeof(Entry));
    table->entries = mem_alloc(nbytes);
    if (table->entries == NULL)
        return false;
    table->nplaces = (uint32_t)nplaces;
    table->places = (uint32_t *)(table->entries + room(nplaces));
    return true;
}

static bool make_room(Table *table)
{
    if (table->used < room(table->nplaces))
        return true;
    Table made = { .by_identity = table->by_identity };
    if (!allocate(&made, places_for(table->length)))
        return false;
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(table, &at)) != NULL;)
        add(&made, *entry);
    mem_free(table->entries);
    *table = made;
    return true;
}

static Object *own(Object *value)
{
    return value == NULL ? NULL : ref_new(value);
}

static void release(Entry *entry)
{
    ref_clear(&entry->key);
    ref_clear(&entry->value);
}

bool table_set(Table *table, Object *key, Object *value)
{
    size_t hash;
    if (!hash_key(table, key, &hash))
        return false;
    Entry *entry = find(table, key, hash);
    if (entry == NULL && !make_room(table))
        return false;
    if (entry == NULL)
        add(table, (Entry){ hash, ref_new(key), own(value) });
    else
        ref_set(&entry->value, own(value));
    return true;
}

const Entry *table_next(const Table *table, size_t *at)
{
    while (*at < table->used) {
        const Entry *entry = &table->entries[(*at)++];
        if (entry->key != NULL)
            return entry;
    }
    return NULL;
}

bool table_delete(Table *table, Object *key)
{
    Entry *entry = (Entry *)table_find(table, key); // ours to change
    if (entry == NULL)
        return false;
    // Take the entry out
    Entry old = *entry;
    *entry = (Entry){ .key = NULL };
    table->length--;
    release(&old);
    return true;
}

void table_visit(const Table *table, Visit visit, void *context)
{
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(table, &at)) != NULL;) {
        visit(entry->key, context);
        if (entry->value != NULL)
            visit(entry->value, context);
    }
}

static bool has_alike(const Table *table, const Entry *wanted)
{
    const Entry *entry = find(table, wanted->key, wanted->hash);
    if (entry == NULL || wanted->value == NULL)
        return entry != NULL;
    return object_matches(wanted->value, entry->value);
}

bool table_equal(const Table *a, const Table *b)
{
    if (a->length != b->length)
        return false;
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(a, &at)) != NULL;)
        if (!has_alike(b, entry))
            return false;
    return true;
}

bool table_update(Table *to, const Table *from)
{
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(from, &at)) != NULL;)
        if (!table_set(to, entry->key, entry->value))
            return false;
    return true;
}

void table_clear(Table *table)
{
    // Empty the table
    Table old = *table;
    *table = (Table){ .by_identity = old.by_identity };
    for (size_t i = 0; i < old.used; i++)
        release(&old.entries[i]);
    mem_free(old.entries);
}
