#include "show/draw.h"
#include "types/int.h"
#include "types/table.h"

typedef struct Search {
    Table table;
    Object *key; // NULL: only the table is shown
} Search;

static void show_walk(FILE *out, const Search *search)
{
    const Table *table = &search->table;
    size_t hash, mask = table->nplaces - 1;
    object_hash(search->key, &hash);
    fputs(", key=\"", out);
    object_show(out, search->key);
    const char *before = "\", walk=\"";
    for (Probe probe = { hash, hash };; probe_on(&probe)) {
        fprintf(out, "%s%zu", before, probe.at & mask);
        uint32_t number = table->places[probe.at & mask];
        if (number == 0
            || table->entries[number - 1].key == search->key)
            break;
        before = " ";
    }
    fputc('"', out);
}

static void show_entry(FILE *out, const Entry *entry, size_t number)
{
    fprintf(out, "  \"entry %zu\" [type=entry, ", number);
    if (entry->key == NULL) {
        fputs("deleted=1];\n", out);
        return;
    }
    fputs("key=\"", out);
    object_show(out, entry->key);
    fputs("\"];\n", out);
}

static void show_table(FILE *out, const void *what)
{
    const Search *search = what;
    const Table *table = &search->table;
    fprintf(out, "  \"table\" [type=table, places=%u, room=%u",
            table->nplaces, table->nplaces * 2 / 3);
    if (search->key != NULL)
        show_walk(out, search);
    fputs("];\n", out);
    for (size_t i = 0; i < table->used; i++)
        show_entry(out, &table->entries[i], i + 1);
    for (size_t i = 0; i < table->nplaces; i++)
        if (table->places[i] != 0)
            fprintf(out, "  \"table\" -> \"entry %u\" [slot=%zu];\n",
                    table->places[i], i);
}

static void draw_search(const Table *table, Object *key)
{
    Search search = { *table, key };
    draw_with("places", show_table, &search);
}

static void tell(const Table *table, Object *key)
{
    puts(table_find(table, key) == NULL ? "lost" : "there");
    draw_search(table, key);
}

int main(void)
{
    Table table = { .length = 0 };
    Object *keys[3];
    for (int i = 0; i < 3; i++) {
        keys[i] = int_new(3 + 32 * i);
        table_set(&table, keys[i], NULL);
        draw_search(&table, keys[i]);
    }
    table.places[3] = 0; // as if that were to delete the 3
    tell(&table, keys[2]);
    table.places[3] = 1;
    table_delete(&table, keys[0]);
    tell(&table, keys[2]);
    tell(&table, keys[0]);
    table_set(&table, keys[0], NULL);
    draw_search(&table, keys[0]);
    table_set(&table, int_new(11), NULL);
    draw_search(&table, NULL);
    table_set(&table, int_new(4), NULL);
    draw_search(&table, NULL);
}
