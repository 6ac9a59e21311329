// order.c: a program of chapter 2.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/str.h"
#include "types/dict.h"

#include <stdio.h>

int main(void)
{
    Object *d = dict_new(), *e = dict_new(), *three = int_new(3);
    Object *a = str_new("a"), *b = str_new("b");
    dict_set(d, b, int_new(1));
    dict_set(d, a, int_new(2));
    dict_set(d, b, three);
    object_print(d);
    dict_delete(d, b);
    dict_set(d, b, three);
    object_print(d);
    dict_set(e, b, three);
    dict_set(e, a, int_new(2));
    printf("%s ", dict_get(d, str_new("c")) == NULL ? "None" : "?");
    object_print(bool_of(object_equal(d, e)));
}
