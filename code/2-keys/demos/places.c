// places.c: a program of chapter 2.
#include "object/type.h"
#include "types/int.h"
#include "show/draw.h"
#include "types/table.h"

#include <stdio.h>

int main(void)
{
    Table table = { .length = 0 };
    int64_t values[] = { 3, 35, 67 };
    Object *keys[3];
    for (int i = 0; i < 3; i++) {
        keys[i] = int_new(values[i]);
        table_set(&table, keys[i], NULL);
        draw_table("places", &table, keys[i]);
    }
    table.places[3] = 0;
    draw_table("places", &table, keys[2]);
    printf("%s\n", table_find(&table, keys[2]) == NULL ? "lost" : "there");
    table.places[3] = 1;
    table_delete(&table, keys[0]);
    draw_table("places", &table, keys[2]);
    printf("%s\n", table_find(&table, keys[2]) == NULL ? "lost" : "there");
    table_set(&table, keys[0], NULL);
    draw_table("places", &table, keys[0]);
    table_set(&table, int_new(11), NULL);
    draw_table("places", &table, NULL);
    table_set(&table, int_new(4), NULL);
    draw_table("places", &table, NULL);
}
