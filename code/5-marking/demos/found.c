#include "gc/gc.h"
#include "names/scope.h"
#include "types/instance.h"
#include "types/str.h"

static bool say_hello(Object *self)
{
    printf("%s: hello!!!\n", self->type->name);
    return true;
}

static void say_bye(Object *self)
{
    printf("%s: bye!!!\n", self->type->name);
}

int main(void)
{
    Class base = class_new("TestObject", &dict_type);
    base.init = say_hello;
    base.type.finalize = say_bye;
    Class class_a = class_new("A", &base.type);
    Class class_b = class_new("B", &base.type);
    Scope *globals = scope_new("globals");
    Object *a = instance_new(&class_a), *b = instance_new(&class_b);
    Object *key = str_intern("1");
    scope_bind(globals, "a", a);
    scope_bind(globals, "b", b);
    dict_set(a, key, b);
    dict_set(b, key, a);
    decref(key), decref(a), decref(b);
    scope_unbind(globals, "a");
    scope_unbind(globals, "b");
    printf("%zu\n", gc_collect());
    puts("666");
    scope_free(globals);
}
