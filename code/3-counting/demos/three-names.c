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

static void print_refcount(Scope *scope, const char *name)
{
    Object *argument = ref_new(scope_lookup(scope, name));
    printf("%zu\n", ref_count(argument));
    decref(argument);
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
    print_refcount(globals, "c");
    draw("three-names", globals);
    scope_unbind(globals, "a");
    print_refcount(globals, "c");
    scope_unbind(globals, "b");
    print_refcount(globals, "c");
    draw("three-names", globals);
    scope_unbind(globals, "c");
    puts("666");
    scope_free(globals);
}
