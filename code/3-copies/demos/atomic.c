// atomic.c: a program of chapter 3.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/copy.h"
#include "types/tuple.h"

#include <stdio.h>

int main(void)
{
    Object *a = int_new(1);
    Object *b = copy_shallow(a);
    printf("%zu\n", object_id(a));
    printf("%zu\n", object_id(b));
    object_print(bool_of(object_equal(a, b)));
    object_print(bool_of(object_is(a, b)));
    Object *t1 = tuple_new(3, (Object *[]){ a, int_new(2), int_new(3) });
    Object *t2 = copy_shallow(t1);
    printf("%zu\n", object_id(t1));
    printf("%zu\n", object_id(t2));
    object_print(bool_of(object_equal(t1, t2)));
    object_print(bool_of(object_is(t1, t2)));
}
