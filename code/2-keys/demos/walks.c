#include "types/str.h"
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
        char text[16];
        for (int i = 0; i < n; i++) {
            snprintf(text, sizeof text, "key %d", i);
            table_set(&table, str_new(text), NULL);
        }
        size_t nlooks = 0;
        for (size_t i = 0; i < table.used; i++)
            nlooks += walk(&table, table.entries[i].key);
        printf("%6d keys: %.2f\n", n, (double)nlooks / n);
    }
}
