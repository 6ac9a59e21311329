// cache-edges.c: a program of chapter 1.
#include "types/int.h"

#include <stdio.h>

int main(void)
{
    int64_t edges[] = { -6, -5, 256, 257 };
    for (int i = 0; i < 4; i++)
        printf("%s, %s\n", int_is_cached(edges[i]) ? "cached" : "made",
               int_new(edges[i]) == int_new(edges[i]) ? "one" : "two");
}
