// hashes.c: a program of chapter 2.
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"

#include <stdio.h>

int main(void)
{
    size_t one = 0, truth = 0, spam = 0, other = 0;
    object_hash(int_new(1), &one);
    object_hash(bool_of(true), &truth);
    object_print(bool_of(one == truth));
    object_hash(str_new("spam"), &spam);
    object_hash(str_new("spam"), &other);
    object_print(bool_of(spam == other));
    object_hash(str_new("Spam"), &other);
    object_print(bool_of(spam == other));
    if (!object_hash(list_new(), &other))
        error_print();
}
