// edges.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"

#include <stdio.h>

int main(void)
{
    int64_t values[] = { -6, -5, 256, 257 };
    for (int i = 0; i < 4; i++) {
        Object *a = int_new(values[i]), *b = int_new(values[i]);
        object_show(stdout, a);
        printf(" %s", object_equal(a, b) ? "True" : "False");
        printf(" %s\n", object_is(a, b) ? "True" : "False");
    }
}
