#include "show/draw.h"
#include "types/instance.h"
#include "types/str.h"

static void say(Object *weakref, Object *with)
{
    Object *target = weakref_get(weakref);
    printf("farewell %s %s\n", str_text(with),
           target == NULL ? "None" : "?");
}

static Object *farewell(Object *target, const char *name)
{
    Object *with = str_new(name);
    Object *weakref = weakref_new(target, say, with);
    decref(with);
    return weakref;
}

int main(void)
{
    Class class = class_new("A", NULL);
    Object *a = instance_new(&class), *target;
    Object *r = weakref_new(a, NULL, NULL);
    Object *again = weakref_new(a, NULL, NULL);
    printf("%s ", (target = weakref_get(r)) == a ? "True" : "False");
    puts(again == r ? "True" : "False");
    decref(target);
    decref(again);
    decref(a);
    puts(weakref_get(r) == NULL ? "None" : "?");
    decref(r);

    a = instance_new(&class);
    Object *one = farewell(a, "one"), *two = farewell(a, "two");
    Object *three = farewell(a, "three");
    decref(two);
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", a);
    scope_bind(globals, "one", one);
    scope_bind(globals, "three", three);
    decref(one);
    decref(three);
    decref(a);
    draw("weak", globals);
    scope_free(globals);
}
