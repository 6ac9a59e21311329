// garbage.c: a program of chapter 3.
#include "memory/mem.h"
#include "object/type.h"
#include "types/list.h"
#include "types/copy.h"

#include <stdio.h>

int main(void)
{
    Object *l = list_new();
    for (int i = 0; i < 1000; i++)
        list_append(l, list_new());
    size_t before = mem_live_bytes();
    for (int i = 0; i < 3; i++) {
        copy_deep(l);
        printf("%zu bytes\n", mem_live_bytes() - before);
    }
}
