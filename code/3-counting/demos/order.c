#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

static void say(Object *self)
{
    printf("del ");
    object_print(instance_get(self, "n"));
}

static void say_owner(Object *self)
{
    (void)self;
    puts("del owner");
}

static Class class, owner;

static Object *a(Object *n)
{
    Object *made = instance_new(&class);
    instance_set(made, "n", n);
    decref(n);
    return made;
}

static void set_two(Object *self, Object *x, Object *y)
{
    instance_set(self, "a", x);
    instance_set(self, "b", y);
    decref(x);
    decref(y);
}

int main(void)
{
    class = class_new("A", NULL);
    owner = class_new("Owner", NULL);
    class.finalize = say;
    owner.finalize = say_owner;

    Object *l = list_new();
    for (int i = 0; i < 3; i++) {
        Object *item = a(int_new(i));
        list_append(l, item);
        decref(item);
    }
    decref(l);

    Object *pair[] = { a(int_new(3)), a(int_new(4)) };
    Object *t = tuple_new(2, pair);
    decref(pair[0]);
    decref(pair[1]);
    decref(t);

    Object *d = dict_new();
    for (int i = 5; i < 7; i++) {
        Object *key = str_intern(i == 5 ? "x" : "y");
        Object *value = a(int_new(i));
        dict_set(d, key, value);
        decref(key);
        decref(value);
    }
    decref(d);

    Object *o = instance_new(&owner);
    set_two(o, a(str_new("a")), a(str_new("b")));
    decref(o);

    Object *head = a(int_new(7)), *tail = a(int_new(8));
    instance_set(head, "next", tail);
    decref(tail);
    decref(head);
}
