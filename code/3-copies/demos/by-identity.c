// by-identity.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/table.h"

#include <stdio.h>

int main(void)
{
    Table memo = { .by_identity = true };
    Object *a = list_new(), *b = list_new();
    table_set(&memo, a, NULL);
    object_print(bool_of(object_equal(a, b)));
    object_print(bool_of(table_find(&memo, a) != NULL));
    object_print(bool_of(table_find(&memo, b) != NULL));
}
