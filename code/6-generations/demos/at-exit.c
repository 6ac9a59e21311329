#include "gc/gc.h"
#include "names/scope.h"
#include "types/instance.h"
#include "types/str.h"

static bool say_hello(Object *self)
{
    printf("%c: hello!!!\n", self->type->name[10]); // TestObjectA
    return true;
}

static void say_bye(Object *self)
{
    printf("%c: bye!!!\n", self->type->name[10]);
}

static Class talking(const char *name)
{
    Class made = class_new(name, &dict_type);
    made.init = say_hello;
    made.type.finalize = say_bye;
    return made;
}

int main(void)
{
    Class class_a = talking("TestObjectA");
    Class class_b = talking("TestObjectB");
    Scope *globals = scope_new("globals");
    gc_enable();
    Object *a = instance_new(&class_a), *b = instance_new(&class_b);
    Object *key = str_intern("1");
    scope_bind(globals, "a", a);
    scope_bind(globals, "b", b);
    dict_set(a, key, b);
    dict_set(b, key, a);
    decref(key), decref(a), decref(b);
    scope_unbind(globals, "a");
    scope_unbind(globals, "b");
    puts("666");
    scope_exit();
}
