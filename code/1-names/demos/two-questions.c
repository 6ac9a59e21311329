// two-questions.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"

#include <stdio.h>

int main(void)
{
    Object *a = int_new(1000), *b = int_new(1000);
    printf("equal %d, same %d\n", object_equal(a, b), object_is(a, b));
    a = int_new(256), b = int_new(256);
    printf("equal %d, same %d\n", object_equal(a, b), object_is(a, b));
}
