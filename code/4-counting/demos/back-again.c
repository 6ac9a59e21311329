#include "show/draw.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"

static Object *saved;

static void come_back(Object *self)
{
    puts("bye");
    list_append(saved, self);
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.type.finalize = come_back;
    saved = list_new();
    Object *a = instance_new(&class), *seven = int_new(7);
    instance_set(a, "n", seven);
    decref(seven);
    decref(a);
    Scope *globals = scope_new("globals");
    scope_bind(globals, "saved", saved);
    draw("back-again", globals);
    scope_free(globals);
    printf("%zu ", list_length(saved));
    object_print(instance_get(list_get(saved, 0), "n"));
    decref(list_pop(saved));
    printf("%zu\n", list_length(saved));
    decref(saved);
}
