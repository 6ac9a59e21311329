#include "names/scope.h"
#include "show/draw.h"
#include "types/copy.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"

static bool init(Object *self)
{
    puts("init");
    Object *x = list_new(), *one = int_new(1);
    list_append(x, one);
    bool done = instance_set(self, "x", x);
    decref(one);
    decref(x);
    return done;
}

int main(void)
{
    Class class = class_new("P", NULL);
    class.init = init;
    Object *a = instance_new(&class), *two = int_new(2);
    Object *b = copy_shallow(a), *c = copy_deep(a);
    list_append(instance_get(a, "x"), two);
    object_show(stdout, instance_get(b, "x"));
    putchar(' ');
    object_print(instance_get(c, "x"));
    Scope *globals = scope_new("globals");
    scope_bind(globals, "a", a);
    scope_bind(globals, "b", b);
    scope_bind(globals, "c", c);
    decref(a);
    decref(b);
    decref(c);
    decref(two);
    draw("no-init", globals);
    scope_free(globals);
}
