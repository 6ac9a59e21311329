// too-deep-to-compare.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/list.h"

#include <stdio.h>

int main(void)
{
    Object *l = list_new(), *m = list_new();
    for (int i = 0; i < 100000; i++) {
        Object *outer_l = list_new(), *outer_m = list_new();
        list_append(outer_l, l);
        list_append(outer_m, m);
        l = outer_l;
        m = outer_m;
    }
    if (!object_equal(l, m) && error_occurred() != NULL)
        error_print();
}
