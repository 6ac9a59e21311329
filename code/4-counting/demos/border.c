#include "types/instance.h"
#include "types/list.h"
#include "types/str.h"

static void say(Object *self)
{
    printf("%s ", str_text(instance_get(self, "n")));
}

static Object *around(STEALS Object *item)
{
    Object *l = list_new();
    list_append(l, item);
    decref(item);
    return l;
}

static Object *a(Class *class, const char *name)
{
    Object *made = instance_new(class), *n = str_new(name);
    instance_set(made, "n", n);
    decref(n);
    return made;
}

int main(void)
{
    Class class = class_new("A", NULL);
    class.type.finalize = say;
    int depths[] = { 10, 48, 49, 96, 97, 98, 99 };
    for (int i = 0; i < 7; i++) {
        Object *l = around(around(a(&class, "a")));
        Object *b = around(a(&class, "b"));
        list_append(l, b);
        decref(b);
        for (int n = 0; n < depths[i]; n++)
            l = around(l);
        printf("%d: ", depths[i]);
        decref(l);
        puts("");
    }
}
