// table_test.c: what chapter 2 claims of the hash table.
//
// A table is tried where a dict has it, so that it ends with the dict.
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

TEST(an_empty_table_has_no_key)
{
    Table table = { .length = 0 };
    Object *key = hold(int_new(1000));

    EXPECT(table_find(&table, key) == NULL);
    EXPECT(key_at(&table, 0) == NULL);
    EXPECT(!table_delete(&table, key));
}

TEST(a_key_that_is_set_again_stays_and_its_value_goes)
{
    Table *table = table_in(hold(dict_new()));
    Object *key = hold(int_new(1000));
    Object *value = hold(int_new(2000));
    did(table_set(table, key, none()));

    did(table_set(table, hold(int_new(1000)), value));

    EXPECT(table->length == 1);
    EXPECT(object_is(key_at(table, 0), key));
    EXPECT(object_is(table_find(table, key)->value, value));
}

static void fill(Table *table, int64_t first, int64_t end)
{
    for (int64_t i = first; i < end; i++)
        did(table_set(table, hold(int_new(i)), none()));
}

static void thin(Table *table, int64_t first, int64_t end)
{
    for (int64_t i = first; i < end; i++)
        table_delete(table, hold(int_new(i)));
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

TEST(keys_come_in_the_order_in_which_they_were_set)
{
    Table *table = table_in(hold(dict_new()));

    did(table_set(table, hold(int_new(3000)), none()));
    did(table_set(table, hold(int_new(1000)), none()));
    did(table_set(table, hold(int_new(2000)), none()));

    EXPECT(number_at(table, 0) == 3000);
    EXPECT(number_at(table, 1) == 1000);
    EXPECT(number_at(table, 2) == 2000);
}

TEST_BIG(the_order_is_kept_while_the_table_grows)
{
    Table *table = table_in(hold(dict_new()));

    fill(table, 1000, 1100);

    EXPECT(has_just(table, 1000, 1100));
}

TEST_BIG(the_order_is_kept_when_keys_go_and_others_come)
{
    Table *table = table_in(hold(dict_new()));
    fill(table, 1000, 1050);

    thin(table, 1000, 1030);
    EXPECT(has_just(table, 1030, 1050));

    fill(table, 1050, 1100);
    EXPECT(has_just(table, 1030, 1100));
}

TEST(a_key_that_was_deleted_comes_back_at_the_end)
{
    Table *table = table_in(hold(dict_new()));
    fill(table, 1000, 1003);
    thin(table, 1000, 1001);

    fill(table, 1000, 1001);

    EXPECT(number_at(table, 0) == 1001);
    EXPECT(number_at(table, 1) == 1002);
    EXPECT(number_at(table, 2) == 1000);
}

TEST(a_table_that_empties_and_fills_takes_no_more_memory)
{
    Table *table = table_in(hold(dict_new()));
    Object *key = hold(int_new(1000));
    did(table_set(table, key, none()));
    size_t live = mem_live_bytes();

    for (int i = 0; i < 100; i++) {
        table_delete(table, key);
        did(table_set(table, key, none()));
    }

    EXPECT(mem_live_bytes() == live && table->length == 1);
}

TEST_BIG(keys_that_want_one_place_are_all_found)
{
    Table *table = table_in(hold(dict_new()));
    for (int64_t i = 0; i < 300; i++)
        did(table_set(table, hold(int_new(i << 20)), none()));

    bool is_found = true;
    for (int64_t i = 0; i < 300; i++)
        if (table_find(table, hold(int_new(i << 20))) == NULL)
            is_found = false;

    EXPECT(is_found && table->length == 300);
    EXPECT(table_find(table, hold(int_new(300 << 20))) == NULL);
}

TEST(a_cleared_table_has_no_memory_and_can_be_filled_again)
{
    Table *table = table_in(hold(dict_new()));
    Object *key = hold(int_new(1000));
    size_t live = mem_live_bytes();
    did(table_set(table, key, key));

    table_clear(table);
    EXPECT(mem_live_bytes() == live && has_just(table, 0, 0));

    fill(table, 1001, 1002);
    EXPECT(has_just(table, 1001, 1002));
}

TEST(more_places_than_can_be_counted_are_not_even_asked_for)
{
    Table *table = table_in(hold(dict_new()));
    fill(table, 1000, 1005);
    Object *key = hold(int_new(2000));

    mem_fail_after(0);
    table->length = 715827883; // three times this is more than 2^31
    EXPECT(!table_set(table, key, none()));
    table->length = 5;
    EXPECT(error_occurred() == &memory_error && !mem_has_failed());
    mem_fail_after(SIZE_MAX);
}

static void count(Object *child, void *context)
{
    *(int64_t *)context += int_value(child);
}

TEST(each_key_and_each_value_is_visited_once)
{
    Table *table = table_in(hold(dict_new()));
    Object *value = hold(int_new(50000));
    did(table_set(table, hold(int_new(1000)), value));
    did(table_set(table, hold(int_new(2000)), NULL));
    int64_t sum = 0;

    table_visit(table, count, &sum);

    EXPECT(sum == 53000);
}

TEST(what_was_deleted_is_not_visited)
{
    Table *table = table_in(hold(dict_new()));
    Object *key = hold(int_new(1000));
    did(table_set(table, key, key));
    table_delete(table, key);
    int64_t sum = 0;

    table_visit(table, count, &sum);

    EXPECT_EQ(sum, 0);
}
