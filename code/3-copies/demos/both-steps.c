// both-steps.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

#include <stdio.h>

int main(void)
{
    Object *l = list_new();
    list_append(l, int_new(1));
    Object *t = tuple_new(1, &l);
    Object *item = tuple_get(t, 0); // 1. what is behind the slot
    list_append(item, int_new(2));  // 2. it extends itself
    object_print(t);                // 3. and no one can store it
}
