#include "gc/gc.h"
#include "show/draw.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/str.h"

#include <string.h>

static Scope *globals;
static Object *saved;

static void draw_all(void)
{
    Ring *rings[] = { &track_all, NULL };
    draw_rings("comes-back", globals, rings);
}

static void say_bye(Object *self)
{
    Object *name = instance_get(self, "name");
    printf("bye %s\n", str_text(name));
    if (strcmp(str_text(name), "a") == 0)
        list_append(saved, self);
}

static Object *named(Class *class, const char *text)
{
    Object *made = instance_new(class), *name = str_new(text);
    instance_set(made, "name", name);
    decref(name);
    return made;
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.type.finalize = say_bye;
    globals = scope_new("globals");
    saved = list_new();
    scope_bind(globals, "saved", saved);
    decref(saved);
    Object *a = named(&class, "a"), *b = named(&class, "b");
    Object *c = named(&class, "c");
    instance_set(a, "next", b);
    instance_set(b, "next", a);
    instance_set(c, "next", a);
    instance_set(c, "me", c);
    decref(a), decref(b), decref(c);
    draw_all();
    printf("%zu\n", gc_collect());
    draw_all();
    a = list_get(saved, 0);
    b = instance_get(a, "next");
    bool is_whole = instance_get(b, "next") == a;
    printf("%s ", str_text(instance_get(b, "name")));
    puts(is_whole ? "True" : "False");
    list_clear(saved);
    printf("%zu\n", gc_collect());
    scope_free(globals);
}
