#include "show/draw.h"
#include "types/instance.h"
#include "types/str.h"

static Class class;

static void say(Object *self)
{
    printf("del ");
    object_print(instance_get(self, "n"));
}

// Give `owner` a new A as the attribute of that name.
static Object *give(Object *owner, const char *name)
{
    Object *a = instance_new(&class), *n = str_intern(name);
    instance_set(a, "n", n);
    instance_set(owner, name, a);
    decref(n);
    decref(a);
    return a;
}

int main(void)
{
    class = class_new("A", NULL);
    class.type.finalize = say;
    Scope *globals = scope_new("globals");
    Object *o = instance_new(&class), *n = str_intern("owner");
    instance_set(o, "n", n);
    Object *a = give(o, "a");
    give(o, "b");
    give(a, "next");
    decref(n);
    scope_bind(globals, "o", o);
    decref(o);
    draw("owner-dies", globals);
    scope_unbind(globals, "o");
    scope_free(globals);
}
