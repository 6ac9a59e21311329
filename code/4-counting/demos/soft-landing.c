// soft-landing.c: a program of chapter 4.
#include "memory/mem.h"
#include "object/type.h"
#include "types/list.h"
#include "object/ref.h"

#include <stdio.h>

int main(void)
{
    Object *l = list_new();
    for (int i = 0; i < 1000000; i++) {
        Object *outer = list_new();
        list_append(outer, l);
        decref(l);
        l = outer;
    }
    puts("built");
    decref(l);
    printf("%zu bytes\n", mem_live_bytes());
}
