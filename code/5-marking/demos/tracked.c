#include "gc/gc.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

static const char *is_tracked(Object *self)
{
    return track_has(self) ? "True" : "False";
}

int main(void)
{
    Object *one = int_new(1), *two = int_new(2);
    Object *empty = tuple_new(0, NULL), *list = list_new();
    Object *key_t = str_new("t"), *key_l = str_new("l");
    Object *d = dict_new();
    Object *t = tuple_new(2, (Object *[]){ one, two });
    printf("%s %s ", is_tracked(d), is_tracked(t));
    printf("%s\n", is_tracked(empty));
    gc_collect();
    printf("%s %s\n", is_tracked(d), is_tracked(t));
    dict_set(d, key_t, t);
    puts(is_tracked(d));
    dict_set(d, key_l, list);
    puts(is_tracked(d));
    dict_delete(d, key_l);
    gc_collect();
    puts(is_tracked(d));
    decref(one), decref(two), decref(empty), decref(list);
    decref(key_t), decref(key_l), decref(d), decref(t);
}
