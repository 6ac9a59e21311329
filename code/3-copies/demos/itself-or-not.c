#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

static const char *is(Object *a, Object *b)
{
    return object_is(a, b) ? "True" : "False";
}

int main(void)
{
    Object *items[] = { int_new(1), int_new(2), int_new(3) };
    Object *t = tuple_new(3, items), *l = list_new();
    list_append(l, int_new(1));
    printf("%s %s %s\n", is(copy_shallow(t), t),
           is(tuple_slice(t, 0, 3), t), is(tuple_slice(t, 0, 2), t));
    printf("%s %s\n", is(copy_shallow(l), l),
           is(list_slice(l, 0, 1), l));
    printf("%s\n", is(tuple_new(0, NULL), tuple_new(0, NULL)));
}
