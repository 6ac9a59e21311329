#include "names/scope.h"
#include "show/draw.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

static Object *body(Scope *locals)
{
    list_append(scope_lookup(locals, "x"), int_new(4));
    draw("call", locals);
    Object *nine = list_new();
    list_append(nine, int_new(9));
    scope_bind(locals, "x", nine);
    draw("call", locals);
    object_print(scope_lookup(locals, "x"));
    return none();
}

int main(void)
{
    Function f = { "f", { "x" }, body };
    Scope *globals = scope_new("globals");
    Object *l = list_new();
    for (int i = 1; i <= 3; i++)
        list_append(l, int_new(i));
    scope_bind(globals, "l", l);
    scope_call(&f, &l, globals);
    object_print(l);
}
