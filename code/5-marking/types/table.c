// table.c: entries in their order, and places to find them by hash.
//
//     places    0 | 2 | 0 | 1 | 0 | 0 | 3 | 0     0: free
//     entries   1: hash, key, value
//               2: hash, key, value
//               3: hash, key, value
//               room for two more
#include "types/table.h"

#include "memory/mem.h"

static Answer ask(const Table *table, const uint32_t *place,
                  Object *key)
{
    const Table was = *table;
    uint32_t number = *place;
    const Entry *entry = &was.entries[number - 1];
    Object *asked = entry->key;
    bool is_equal = object_equal(asked, key);
    if (error_occurred() != NULL || table->entries != was.entries
        || table->places != was.places || *place != number
        || entry->key != asked)
        return CANNOT_TELL;
    return is_equal ? YES : NO;
}

static bool may_have(const Entry *entry, Object *key, size_t hash)
{
    if (entry->key == key)
        return true;
    return entry->hash == hash && entry->key != NULL && key != NULL;
}

static uint32_t *next_place(const Table *table, Object *key,
                            size_t hash, Probe *probe)
{
    size_t mask = table->nplaces - 1; // its low bits
    for (;; probe_on(probe)) {
        uint32_t *place = &table->places[probe->at & mask];
        if (*place == 0
            || may_have(&table->entries[*place - 1], key, hash))
            return place;
    }
}

static uint32_t *find_place(const Table *table, Object *key,
                            size_t hash)
{
    Probe probe = { hash, hash };
    return next_place(table, key, hash, &probe);
}

static Entry *find(const Table *table, Object *key, size_t hash)
{
    Probe probe = { hash, hash };
    while (table->length > 0) {
        const uint32_t *place = next_place(table, key, hash, &probe);
        if (*place == 0)
            return NULL;
        Entry *entry = &table->entries[*place - 1];
        Answer answer = entry->key == key ? YES
                                          : ask(table, place, key);
        if (answer == YES)
            return entry;
        if (error_occurred() != NULL)
            return NULL;
        probe_on(&probe);
        if (answer == CANNOT_TELL)
            probe = (Probe){ hash, hash };
    }
    return NULL;
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

static bool hash_key(const Table *table, Object *key, size_t *hash)
{
    if (!table->by_identity)
        return object_hash(key, hash);
    size_t id = object_id(key);
    *hash = id >> 4 | id << 60;
    return true;
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

static bool allocate(Table *table, size_t length)
{
    size_t nplaces = FEWEST;
    while (nplaces <= 3 * length)
        nplaces *= 2;
    if (nplaces > UINT32_MAX) // more than `nplaces` can say
        return error_no_memory() != NULL;
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
    if (!allocate(&made, table->length))
        return false;
    for (size_t i = 0; i < table->used; i++)
        if (table->entries[i].key != NULL)
            add(&made, table->entries[i]);
    mem_free(table->entries);
    *table = made;
    return true;
}

static bool set(Table *table, Object *key, Object *value)
{
    size_t hash;
    if (!hash_key(table, key, &hash))
        return false;
    Entry *entry = find(table, key, hash);
    if (entry == NULL
        && (error_occurred() != NULL || !make_room(table)))
        return false;
    if (entry == NULL)
        add(table, (Entry){ hash, ref_new(key), own(value) });
    else
        ref_set(&entry->value, own(value));
    return true;
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

void table_clear(Table *table)
{
    Object *last = table_drop(table);
    ref_clear(&last);
}

bool table_each(const Table *table, Each *each, void *context)
{
    for (size_t i = 0; i < table->used; i++) {
        Entry entry = table->entries[i];
        if (entry.key == NULL)
            continue;
        // Let it see the entry
        incref(entry.key);
        own(entry.value);
        bool done = each(&entry, context);
        release(&entry);
        if (!done)
            return false;
    }
    return true;
}

static bool is_in(const Entry *wanted, void *context)
{
    const Table *other = context;
    const Entry *entry = find(other, wanted->key, wanted->hash);
    return entry != NULL
           && (wanted->value == NULL
               || object_matches(wanted->value, entry->value));
}

bool table_equal(const Table *a, const Table *b)
{
    return a->length == b->length && table_each(a, is_in, (void *)b);
}

typedef struct Row {
    FILE *out;
    const char *before; // the next entry
} Row;

static bool show_entry(const Entry *entry, void *context)
{
    Row *row = context;
    bool done = fputs(row->before, row->out) != EOF
                && object_show(row->out, entry->key);
    row->before = ", ";
    if (!done || entry->value == NULL)
        return done;
    return fputs(": ", row->out) != EOF
           && object_show(row->out, entry->value);
}

bool table_show(FILE *out, const Table *table)
{
    Row row = { .out = out, .before = "" };
    return table_each(table, show_entry, &row);
}

void table_visit(const Table *table, Visit visit, void *context)
{
    for (size_t i = 0; i < table->used; i++) {
        const Entry entry = table->entries[i];
        if (entry.key != NULL)
            visit(entry.key, context);
        if (entry.value != NULL)
            visit(entry.value, context);
    }
}

typedef struct Update {
    Table *to;
    const Table *from;
    uint32_t used; // of `from`, when it began
} Update;

static bool set_in(const Entry *entry, void *context)
{
    const Update *update = context;
    if (!table_set(update->to, entry->key, entry->value))
        return false;
    if (update->from->used != update->used)
        error_set(&runtime_error, "dict mutated during update");
    return update->from->used == update->used;
}

bool table_update(Table *to, const Table *from)
{
    Update update = { to, from, from->used };
    return table_each(from, set_in, &update);
}

static void pass_on(Object **last, Object *next)
{
    if (next != NULL)
        ref_set(last, next);
}

Object *table_drop(Table *table)
{
    Entry *entries = table->entries;
    size_t used = table->used;
    Object *last = NULL;
    *table = (Table){ .by_identity = table->by_identity };
    for (size_t i = 0; i < used; i++) {
        pass_on(&last, entries[i].key);
        pass_on(&last, entries[i].value);
    }
    mem_free(entries);
    return last;
}

bool table_set(Table *table, Object *key, Object *value)
{
    Entry held = { .key = ref_new(key), .value = own(value) };
    bool done = set(table, key, value);
    release(&held);
    return done;
}
