#include "show/draw.h"
#include "show/show.h"
#include "types/instance.h"
#include "types/str.h"

static Scope *globals;

static void write_lost(FILE *out, const void *lost)
{
    show_scope(out, globals);
    show_object(out, (Object *)lost);
}

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
    globals = scope_new("globals");
    Object *a = instance_new(&class_a), *b = instance_new(&class_b);
    Object *key = str_intern("1");
    scope_bind(globals, "a", a);
    scope_bind(globals, "b", b);
    dict_set(a, key, b);
    dict_set(b, key, a);
    decref(key);
    decref(a);
    decref(b);
    draw("cycle", globals);
    scope_unbind(globals, "a");
    scope_unbind(globals, "b");
    draw_with("cycle", write_lost, a);
    puts("666");
    scope_free(globals);
}
