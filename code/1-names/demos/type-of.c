// type-of.c: a program of chapter 1.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"

#include <stdio.h>

int main(void)
{
    Object *self = int_new(1);
    for (int i = 0; i < 4; i++) {
        object_print(self);
        self = &self->type->object;
    }
}
