// undead.c: a program of chapter 1.
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"

#include <stdio.h>

int main(void)
{
    object_print(bool_of(object_id(list_new()) == object_id(list_new())));
}
