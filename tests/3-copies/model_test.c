// model_test.c: what chapter 3 claims, tried with random numbers.
//
// The numbers are the same in every run; SEED in the environment makes
// others, and a run that fails says which seed it had.
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"

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
    const Entry *entry;
    size_t i = 0;
    for (size_t at = 0; (entry = table_next(table, &at)) != NULL; i++)
        if (i == model->length || !is_pair(dict, entry, model, i))
            return tell(false);
    return tell(i == model->length && i == dict_length(dict));
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

// Lists that hold one another at random: who holds whom, by number

enum { LISTS = 12, LINKS = 3 };

static size_t links[LISTS][LINKS];

static void clear_all(Object *lists)
{
    for (size_t i = 0; i < list_length(lists); i++)
        list_clear(list_get(lists, i));
}

static bool is_linked(Object *lists, size_t from, size_t slot)
{
    return list_length(list_get(lists, from)) == LINKS
           && object_is(list_get(list_get(lists, from), slot),
                        list_get(lists, links[from][slot]));
}

static bool are_linked(Object *lists)
{
    for (size_t i = 0; i < LISTS; i++)
        for (size_t slot = 0; slot < LINKS; slot++)
            if (!is_linked(lists, i, slot))
                return false;
    return list_length(lists) == LISTS;
}

static void link_lists(Object *lists)
{
    for (size_t i = 0; i < LISTS; i++)
        did(list_append(lists, hold(list_new())));
    for (size_t i = 0; i < LISTS * LINKS; i++) {
        Object *from = list_get(lists, i / LINKS);
        size_t to = links[i / LINKS][i % LINKS] = below(LISTS);
        did(list_append(from, list_get(lists, to)));
    }
}

TEST(a_deep_copy_has_every_link_of_the_original)
{
    mem_fail_after(SIZE_MAX); // a copy that fails may lose a knot
    begin_numbers();
    Object *lists = hold_knot(list_new(), clear_all);
    link_lists(lists);

    Object *copy = hold_knot(copy_deep(lists), clear_all);

    EXPECT(tell(are_linked(lists) && are_linked(copy)));
    for (size_t i = 0; i < LISTS; i++)
        EXPECT(!object_is(list_get(copy, i), list_get(lists, i)));
}
