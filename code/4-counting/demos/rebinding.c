#include "names/scope.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/singleton.h"

static Scope *globals;

static void look(Object *self)
{
    Object *x = scope_lookup(globals, "x");
    printf("del ");
    object_show(stdout, instance_get(self, "n"));
    printf(" while x is ");
    object_print(x == none() ? x : instance_get(x, "n"));
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.type.finalize = look;
    globals = scope_new("globals");
    for (int i = 1; i <= 2; i++) {
        Object *x = instance_new(&class), *n = int_new(i);
        instance_set(x, "n", n);
        scope_bind(globals, "x", x);
        decref(n);
        decref(x);
    }
    scope_bind(globals, "x", none());
    scope_free(globals);
}
