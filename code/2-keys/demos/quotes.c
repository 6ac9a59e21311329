// quotes.c: a program of chapter 2.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"

#include <stdio.h>

int main(void)
{
    Object *s = str_new("spam"), *list = list_new();
    object_print(s);
    list_append(list, s);
    list_append(list, str_new("1"));
    list_append(list, int_new(1));
    object_print(list);
}
