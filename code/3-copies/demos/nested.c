// nested.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"
#include "types/tuple.h"

#include <stdio.h>

int main(void)
{
    Object *d = dict_new(), *row = list_new(), *both = list_new();
    dict_set(d, str_intern("d"), d);
    object_print(d);
    Object *t = tuple_new(1, &row);
    list_append(row, t);
    object_print(t);
    list_append(both, d);
    list_append(both, d);
    object_print(both);
}
