#include "show/draw.h"
#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

static const char *is(Object *a, Object *b)
{
    return object_is(a, b) ? "True" : "False";
}

static Object *pair(Object *a, Object *b)
{
    return tuple_new(2, (Object *[]){ a, b });
}

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *t = pair(int_new(1), pair(int_new(2), int_new(3)));
    puts(is(copy_deep(t), t));
    Object *l = list_new();
    list_append(l, int_new(2));
    t = pair(int_new(1), l);
    puts(is(copy_deep(t), t));
    l = list_new();
    t = pair(l, int_new(1));
    list_append(l, t);
    Object *u = copy_deep(t), *m = tuple_get(u, 0);
    printf("%s %s %s\n", is(u, t), is(m, l), is(list_get(m, 0), u));
    scope_bind(globals, "t", t);
    scope_bind(globals, "u", u);
    draw("tuples", globals);
}
