// model_test.c: what chapter 2 claims, tried with random numbers.
//
// The numbers are the same in every run; SEED in the environment makes
// others, and a run that fails says which seed it had.
#include "check.h"
#include "types/dict.h"
#include "types/int.h"

#include <inttypes.h>
#include <stdlib.h>

// Random numbers

static uint32_t seed = 1, state;

static void begin_numbers(void)
{
    const char *given = getenv("SEED");
    if (given != NULL)
        seed = (uint32_t)strtoul(given, NULL, 10) | 1;
    state = seed;
}

static size_t below(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % limit;
}

static bool tell(bool is_true)
{
    if (!is_true)
        fprintf(stderr, "model: SEED=%" PRIu32 "\n", seed);
    return is_true;
}

// A dict without hashes: keys in their order, and what each one has

enum { KEYS = 40, STEPS = 400 };

typedef struct Model {
    size_t length;
    int64_t keys[KEYS];
    int64_t values[KEYS];
} Model;

static size_t find(const Model *model, int64_t key)
{
    size_t i = 0;
    while (i < model->length && model->keys[i] != key)
        i++;
    return i;
}

static void model_set(Model *model, int64_t key, int64_t value)
{
    size_t i = find(model, key);
    if (i == model->length)
        model->length++;
    model->keys[i] = key;
    model->values[i] = value;
}

static bool model_delete(Model *model, int64_t key)
{
    size_t i = find(model, key);
    if (i == model->length)
        return false;
    model->length--;
    for (; i < model->length; i++) {
        model->keys[i] = model->keys[i + 1];
        model->values[i] = model->values[i + 1];
    }
    return true;
}

static bool is_pair(Object *dict, const Entry *entry,
                    const Model *model, size_t i)
{
    Object *value = dict_get(dict, entry->key);
    return int_value(entry->key) == model->keys[i] && value != NULL
           && int_value(value) == model->values[i];
}

// Whether both have the same pairs in the same order.
static bool agree(Object *dict, const Model *model)
{
    const Table *table = &((Dict *)dict)->table;
    size_t n = 0;
    for (size_t i = 0; i < table->used; i++) {
        const Entry *entry = &table->entries[i];
        if (entry->key == NULL)
            continue;
        if (n == model->length || !is_pair(dict, entry, model, n++))
            return tell(false);
    }
    return tell(n == model->length && n == dict_length(dict));
}

// Do the same to both. Returns false when memory runs out.
static bool set_both(Object *dict, Model *model, Object *key,
                     Object *value)
{
    if (!dict_set(dict, key, value))
        return false;
    model_set(model, int_value(key), int_value(value));
    return true;
}

TEST_BIG(a_dict_does_what_an_array_of_pairs_does)
{
    Object *dict = hold(dict_new());
    Model model = { .length = 0 };
    begin_numbers();
    for (int i = 0; i < STEPS; i++) {
        Object *key = hold(int_new(1000 + (int64_t)below(KEYS)));
        did(set_both(dict, &model, key, hold(int_new(1000 + i))));
        key = hold(int_new(1000 + (int64_t)below(KEYS)));
        bool was_there = model_delete(&model, int_value(key));
        EXPECT(tell(dict_delete(dict, key) == was_there));
        EXPECT(agree(dict, &model));
    }
}
