#include "names/scope.h"
#include "show/draw.h"
#include "types/instance.h"

static bool say_hello(Object *self)
{
    (void)self;
    puts("hello!!!");
    return true;
}

static void say_bye(Object *self)
{
    (void)self;
    puts("bye!!!");
}

int main(void)
{
    Class class = class_new("TestObjectA", NULL);
    class.init = say_hello;
    class.finalize = say_bye;
    Scope *globals = scope_new("globals");
    Object *made = instance_new(&class);
    scope_bind(globals, "a", made);
    decref(made);
    scope_bind(globals, "b", scope_lookup(globals, "a"));
    scope_bind(globals, "c", scope_lookup(globals, "a"));
    printf("%zu\n", scope_refcount(globals, "c"));
    draw("three-names", globals);
    scope_unbind(globals, "a");
    printf("%zu\n", scope_refcount(globals, "c"));
    scope_unbind(globals, "b");
    printf("%zu\n", scope_refcount(globals, "c"));
    draw("three-names", globals);
    scope_unbind(globals, "c");
    puts("666");
    scope_free(globals);
}
