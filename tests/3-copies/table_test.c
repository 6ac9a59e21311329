// table_test.c: what chapter 3 claims of tables by identity.
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

static void fill(Table *table, int64_t first, int64_t end)
{
    for (int64_t i = first; i < end; i++)
        did(table_set(table, hold(int_new(i)), none()));
}

TEST(a_table_by_identity_tells_equal_keys_apart)
{
    Table *table = table_in(hold(dict_new()));
    table->by_identity = true;
    Object *a = hold(int_new(1000));
    Object *b = hold(int_new(1000));
    did(table_set(table, a, a));
    EXPECT(table_find(table, b) == NULL);

    did(table_set(table, b, b));

    EXPECT(table->length == 2);
    EXPECT(object_is(table_find(table, a)->value, a));
}

TEST_BIG(a_table_by_identity_stays_so_while_it_grows)
{
    Table *table = table_in(hold(dict_new()));
    table->by_identity = true;

    for (int i = 0; i < 50; i++)
        did(table_set(table, hold(int_new(1000)), none()));

    EXPECT(table->length == 50 && table->by_identity);
}

TEST(a_cleared_table_compares_as_before)
{
    Table *table = table_in(hold(dict_new()));
    table->by_identity = true;
    fill(table, 1000, 1001);

    table_clear(table);

    EXPECT(table->by_identity);
}
