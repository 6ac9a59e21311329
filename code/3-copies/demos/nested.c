// nested.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"
#include "types/tuple.h"

#include <stdio.h>

int main(void)
{
    Object *l = list_new(), *d = dict_new(), *row = list_new();
    list_append(l, int_new(1));
    list_append(l, l);
    object_print(l);
    dict_set(d, str_intern("d"), d);
    object_print(d);
    Object *t = tuple_new(1, &row);
    list_append(row, t);
    object_print(t);
    Object *both = list_new();
    list_append(both, d);
    list_append(both, d);
    object_print(both);
}
