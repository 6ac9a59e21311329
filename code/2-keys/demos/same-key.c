// same-key.c: a program of chapter 2.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"

#include <stdio.h>

int main(void)
{
    Object *d = dict_new();
    dict_set(d, int_new(1), str_new("a"));
    dict_set(d, bool_of(true), str_new("b"));
    object_print(d);
    if (!dict_set(d, list_new(), str_new("c")))
        error_print();
}
