// bench-objects.h: what make bench-objects measures, once for both.
#include "bench-run.h"

enum { MILLION = 1000000, RECORDS = 1000, COPIES = 20 };

// ---- Deep copies.

static Object *text(const char *form, size_t number)
{
    char letters[32];
    snprintf(letters, sizeof letters, form, number);
    Object *made = str_new(letters);
    need(made != NULL);
    return made;
}

static void put(Object *dict, const char *name, Object *value)
{
    Object *key = str_intern(name);
    need(key != NULL && value != NULL && dict_set(dict, key, value));
    decref(key);
    decref(value);
}

static Object *list_of_ints(size_t first)
{
    Object *list = list_new();
    for (size_t i = 0; i < 3; i++) {
        Object *item = int_new((int64_t)(first + i));
        need(list_append(list, item));
        decref(item);
    }
    return list;
}

// {'name': 'record 7', 'size': 7000, 'tags': ('tag 7', [7, 8, 9]),
//  'items': [1007, 1008, 1009]}
static Object *make_record(size_t i)
{
    Object *record = dict_new();
    put(record, "name", text("record %zu", i));
    put(record, "size", int_new((int64_t)i * 1000));
    Object *tag[] = { text("tag %zu", i), list_of_ints(i) };
    put(record, "tags", tuple_new(2, tag));
    decref(tag[0]);
    decref(tag[1]);
    put(record, "items", list_of_ints(i + 1000));
    return record;
}

static Object *make_records(void)
{
    Object *records = list_new();
    for (size_t i = 0; i < RECORDS; i++) {
        Object *record = make_record(i);
        need(list_append(records, record));
        decref(record);
    }
    return records;
}

// Each record reaches itself, and the list that holds it.
static Object *make_rings(void)
{
    Object *records = make_records();
    for (size_t i = 0; i < RECORDS; i++) {
        Object *record = list_get(records, i);
        put(record, "self", ref_new(record));
        put(record, "all", ref_new(records));
    }
    return records;
}

static size_t copy_all(Object *records)
{
    for (size_t i = 0; i < COPIES; i++) {
        go_on();
        Object *copied = copy_deep(records);
        stop();
        need(copied != NULL);
        decref(copied);
    }
    return RECORDS * COPIES;
}

static size_t copy_records(size_t n)
{
    (void)n;
    return copy_all(make_records());
}

static size_t copy_rings(size_t n)
{
    (void)n;
    return copy_all(make_rings());
}

// ---- The end of long chains.

static size_t drop(Object *head, size_t n)
{
    go_on();
    decref(head);
    stop();
    return n;
}

static size_t drop_instances(size_t n)
{
    Class *class = node_class();
    Object *head = ref_new(none());
    for (size_t i = 0; i < n; i++) {
        Object *node = instance_new(class);
        need(node != NULL && instance_set(node, "next", head));
        decref(head);
        head = node;
    }
    return drop(head, n);
}

static size_t drop_lists(size_t n)
{
    Object *head = list_new();
    for (size_t i = 1; i < n; i++) {
        Object *outer = list_of_one(head);
        need(outer != NULL);
        decref(head);
        head = outer;
    }
    return drop(head, n);
}

// ---- Lists.

static size_t append(size_t n)
{
    const size_t nlists = 10;
    Object *item = text("item %zu", n);
    for (size_t k = 0; k < nlists; k++) {
        Object *list = list_new();
        go_on();
        for (size_t i = 0; i < n; i++)
            need(list_append(list, item));
        stop();
        decref(list);
    }
    return n * nlists;
}

// ---- Dicts. Keys are asked for in another order than they came.

typedef Object *(*MakeKey)(size_t i);

static Object *str_key(size_t i)
{
    size_t hash;
    Object *key = text("key %zu", i);
    need(object_hash(key, &hash)); // CPython keeps it from now on
    return key;
}

static Object *int_key(size_t i)
{
    return int_new((int64_t)i + 1000);
}

static Object **make_keys(MakeKey make_key, size_t n)
{
    Object **keys = calloc(n, sizeof(Object *));
    need(keys != NULL);
    for (size_t i = 0; i < n; i++)
        keys[i] = make_key(i);
    return keys;
}

static void shuffle(Object **keys, size_t n)
{
    uint64_t random = 1;
    for (size_t i = n - 1; i > 0; i--) {
        random = random * 6364136223846793005 + 1442695040888963407;
        size_t other = (size_t)(random >> 33) % (i + 1);
        Object *key = keys[i];
        keys[i] = keys[other];
        keys[other] = key;
    }
}

static void set_all(Object *dict, Object **keys, size_t n)
{
    Object *value = none();
    for (size_t i = 0; i < n; i++)
        need(dict_set(dict, keys[i], value));
}

static size_t get(MakeKey make_key, size_t n)
{
    Object **keys = make_keys(make_key, n), *dict = dict_new();
    set_all(dict, keys, n);
    shuffle(keys, n);
    size_t nrounds = MILLION / n;
    go_on();
    for (size_t k = 0; k < nrounds; k++)
        for (size_t i = 0; i < n; i++)
            need(dict_get(dict, keys[i]) != NULL);
    stop();
    return n * nrounds;
}

static size_t overwrite(MakeKey make_key, size_t n)
{
    Object **keys = make_keys(make_key, n), *dict = dict_new();
    set_all(dict, keys, n);
    shuffle(keys, n);
    size_t nrounds = MILLION / n;
    go_on();
    for (size_t k = 0; k < nrounds; k++)
        set_all(dict, keys, n);
    stop();
    return n * nrounds;
}

static size_t insert(MakeKey make_key, size_t n)
{
    Object **keys = make_keys(make_key, n);
    size_t nrounds = MILLION / n;
    for (size_t k = 0; k < nrounds; k++) {
        Object *dict = dict_new();
        go_on();
        set_all(dict, keys, n);
        stop();
        decref(dict);
    }
    return n * nrounds;
}

#define WITH_KEYS(f) \
    static size_t f##_str(size_t n) { return f(str_key, n); } \
    static size_t f##_int(size_t n) { return f(int_key, n); }
WITH_KEYS(get)
WITH_KEYS(overwrite)
WITH_KEYS(insert)

// ---- The rows, and what each is wanted to be.

static const Row rows[] = {
    { "deep copy, records", copy_records, RECORDS, 5 },
    { "deep copy, records in rings", copy_rings, RECORDS, 5 },
    { "drop a chain of instances", drop_instances, MILLION, 1 },
    { "drop lists, one in another", drop_lists, MILLION, 1 },
    { "list append", append, MILLION, 1 },
    { "dict get, str", get_str, 1000, 1 },
    { "dict get, str", get_str, MILLION, 1 },
    { "dict get, int", get_int, 1000, 1 },
    { "dict get, int", get_int, MILLION, 1 },
    { "dict overwrite, str", overwrite_str, 1000, 1 },
    { "dict overwrite, str", overwrite_str, MILLION, 1 },
    { "dict overwrite, int", overwrite_int, 1000, 1 },
    { "dict overwrite, int", overwrite_int, MILLION, 1 },
    { "dict insert, str", insert_str, 1000, 1 },
    { "dict insert, str", insert_str, MILLION, 1 },
    { "dict insert, int", insert_int, 1000, 1 },
    { "dict insert, int", insert_int, MILLION, 1 },
};

enum { NROWS = sizeof rows / sizeof rows[0] };
