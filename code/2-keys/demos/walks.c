#include "types/int.h"
#include "types/table.h"

static size_t walk(const Table *table, Object *key)
{
    size_t nlooks = 1, hash;
    object_hash(key, &hash);
    for (Probe probe = { hash, hash };; probe_on(&probe)) {
        size_t place = probe.at & (table->nplaces - 1);
        if (table->entries[table->places[place] - 1].key == key)
            return nlooks;
        nlooks++;
    }
}

int main(void)
{
    for (int n = 10; n <= 100000; n *= 100) {
        Table table = { .length = 0 };
        for (int i = 0; i < n; i++)
            table_set(&table, int_new(7919 * i), NULL);
        size_t nlooks = 0;
        for (size_t i = 0; i < table.used; i++)
            nlooks += walk(&table, table.entries[i].key);
        printf("%6d keys: %.2f\n", n, (double)nlooks / n);
    }
}
