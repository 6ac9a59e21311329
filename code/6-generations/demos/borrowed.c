#include "gc/gc.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"

static Object *numbers;

static void clear_numbers(Object *self)
{
    (void)self;
    list_clear(numbers);
}

int main(void)
{
    Class class = class_new("Bomb", NULL);
    class.type.finalize = clear_numbers;
    numbers = list_new();
    Object *number = int_new(1000);
    list_append(numbers, number);
    decref(number);
    Object *bomb = instance_new(&class);
    instance_set(bomb, "me", bomb);
    decref(bomb);
    gc_set_threshold(1, (const int[]){ 1 });
    gc_enable();
    number = list_get(numbers, 0); // borrowed
    Object *other = list_new();
    object_print(number);
    decref(other);
    decref(numbers);
}
