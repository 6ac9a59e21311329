// sets.c: a program of chapter 2.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/dict.h"
#include "types/set.h"

#include <stdio.h>

int main(void)
{
    Object *s = set_new(), *t = set_new(), *spam = str_new("spam");
    set_add(s, int_new(1));
    set_add(s, spam);
    set_add(s, bool_of(true));
    set_add(t, spam);
    set_add(t, bool_of(true));
    printf("%s ", object_equal(s, t) ? "True" : "False");
    printf("%zu\n", set_length(s));
    object_show(stdout, set_new());
    bool same = object_equal(set_new(), dict_new());
    printf(" %s\n", same ? "True" : "False");
    if (!set_contains(s, list_new()) && error_occurred() != NULL)
        error_print();
}
