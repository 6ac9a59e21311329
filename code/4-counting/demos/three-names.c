#include "names/scope.h"
#include "show/draw.h"

static void say_bye(Object *self)
{
    (void)self;
    puts("bye!!!");
}

static Type talking_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "TestObjectA",
    .size = sizeof(Object),
    .finalize = say_bye,
};

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *made = object_new(&talking_type);
    puts("hello!!!");
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
