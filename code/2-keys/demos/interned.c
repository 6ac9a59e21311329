// interned.c: a program of chapter 2.
#include "object/type.h"
#include "object/object.h"
#include "types/int.h"
#include "names/scope.h"
#include "show/draw.h"
#include "types/str.h"

#include <stdio.h>

int main(void)
{
    Object *x = str_intern("ab"), *y = str_new("ab");
    printf("%s ", object_equal(x, y) ? "True" : "False");
    printf("%s\n", object_is(x, y) ? "True" : "False");
    Object *z = str_intern(str_text(y));
    object_print(bool_of(object_is(z, x)));
    bool one = object_is(str_new("e"), str_new("e"));
    bool two = object_is(str_new("el"), str_new("el"));
    printf("%s %s\n", one ? "True" : "False", two ? "True" : "False");
    Scope *globals = scope_new("globals");
    scope_bind(globals, "x", x);
    scope_bind(globals, "y", y);
    scope_bind(globals, "z", z);
    draw("interned", globals);
}
