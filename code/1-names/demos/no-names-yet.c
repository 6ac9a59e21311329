// no-names-yet.c: a program of chapter 1.
#include "memory/mem.h"
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/singleton.h"

#include <stdio.h>

int main(void)
{
    Object *a = int_new(1), *b = int_new(1);
    object_print(a);
    object_print(bool_of(object_is(a, b)));
    object_print(bool_of(object_is(int_new(1000), int_new(1000))));
    object_print(none());
    printf("%zu bytes\n", mem_live_bytes());
}
