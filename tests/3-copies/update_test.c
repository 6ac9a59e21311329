// update_test.c: what chapter 3 claims of tables that are updated.
#include "check.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/singleton.h"
#include "types/table.h"

static Table *table_in(Object *dict)
{
    return &((Dict *)dict)->table;
}

// The key that came as number `n`, from 0, of those that are there.
static Object *key_at(const Table *table, size_t n)
{
    for (size_t i = 0; i < table->used; i++)
        if (table->entries[i].key != NULL && n-- == 0)
            return table->entries[i].key;
    return NULL;
}

static int64_t number_at(const Table *table, size_t n)
{
    Object *key = key_at(table, n);
    return key == NULL ? -1 : int_value(key);
}

static void fill(Table *table, int64_t first, int64_t end)
{
    for (int64_t i = first; i < end; i++)
        did(table_set(table, hold(int_new(i)), none()));
}

// Whether the numbers from `first` to before `end` are all the keys.
static bool has_just(const Table *table, int64_t first, int64_t end)
{
    for (int64_t i = first; i < end; i++)
        if (number_at(table, (size_t)(i - first)) != i)
            return false;
    return table->length == (size_t)(end - first)
           && key_at(table, table->length) == NULL;
}

TEST(an_update_sets_what_is_there_and_adds_the_rest)
{
    mem_fail_after(SIZE_MAX); // an update may fail half done
    Table *to = table_in(hold(dict_new()));
    Table *from = table_in(hold(dict_new()));
    Object *shared = hold(int_new(1001));
    fill(to, 1000, 1002);
    did(table_set(from, shared, shared));
    fill(from, 1002, 1003);

    EXPECT(table_update(to, from) && has_just(to, 1000, 1003));
    EXPECT(object_is(table_find(to, shared)->value, shared));
    EXPECT(from->length == 2 && number_at(from, 0) == 1001);
}
