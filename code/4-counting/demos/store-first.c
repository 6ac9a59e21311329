#include "names/scope.h"
#include "show/draw.h"
#include "types/singleton.h"

static Scope *globals;

static void look(Object *self)
{
    (void)self;
    draw("store-first", globals);
    bool is_new = scope_lookup(globals, "x") == none();
    puts(is_new ? "x is None" : "x is what ends here");
}

static Type a_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "A",
    .size = sizeof(Object),
    .finalize = look,
};

int main(void)
{
    globals = scope_new("globals");
    Object *one = object_new(&a_type), *two = object_new(&a_type);
    scope_bind(globals, "x", one);
    decref(one);
    Object **slot = &globals->bindings[0].value;
    decref(*slot); // wrong: the slot still leads to it
    *slot = two;
    scope_bind(globals, "x", none());
    scope_free(globals);
}
