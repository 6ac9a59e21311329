#include "gc/gc.h"
#include "types/copy.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/str.h"

static Object *words;

static void change_first(Object *self)
{
    (void)self;
    Object *word = str_new("inside");
    list_set(words, 0, word);
    decref(word);
}

int main(void)
{
    Class class = class_new("Bomb", NULL);
    class.type.finalize = change_first;
    words = list_new();
    Object *word = str_new("before");
    list_append(words, word);
    decref(word);
    Object *bomb = instance_new(&class);
    instance_set(bomb, "me", bomb);
    decref(bomb);
    gc_set_threshold(1, (const int[]){ 1 });
    gc_enable();
    Object *copied = copy_shallow(words);
    gc_disable();
    object_print(list_get(copied, 0));
    decref(copied);
    decref(words);
}
