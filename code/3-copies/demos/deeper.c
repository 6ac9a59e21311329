// deeper.c: a program of chapter 3.
#include "object/type.h"
#include "types/list.h"
#include "types/copy.h"

#include <stdio.h>

int main(void)
{
    Object *l = list_new();
    for (int i = 0; i < 100000; i++) {
        Object *outer = list_new();
        list_append(outer, l);
        l = outer;
    }
    if (copy_deep(l) == NULL)
        puts("RecursionError");
}
