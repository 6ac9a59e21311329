#include "object/weakref.h"
#include "show/draw.h"
#include "types/instance.h"
#include "types/int.h"

static void say(const char *name, Object *weakref)
{
    Object *target = weakref_get(weakref);
    printf("farewell %s %s\n", name, target == NULL ? "None" : "?");
}

static void say_one(Object *weakref)
{
    say("one", weakref);
}

static void say_two(Object *weakref)
{
    say("two", weakref);
}

static void say_three(Object *weakref)
{
    say("three", weakref);
}

int main(void)
{
    Class class = class_new("A", NULL);
    Object *a = instance_new(&class);
    Object *r = weakref_new(a, NULL), *again = weakref_new(a, NULL);
    Object *target = weakref_get(r);
    printf("%s %s\n", target == a ? "True" : "False",
           again == r ? "True" : "False");
    decref(target);
    decref(again);
    decref(a);
    puts(weakref_get(r) == NULL ? "None" : "?");
    decref(r);

    a = instance_new(&class);
    Object *one = weakref_new(a, say_one);
    Object *two = weakref_new(a, say_two);
    Object *three = weakref_new(a, say_three);
    decref(two);
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", a);
    scope_bind(globals, "three", three);
    decref(a);
    draw("weak", globals);
    scope_free(globals);
    decref(one);
    decref(three);
}
