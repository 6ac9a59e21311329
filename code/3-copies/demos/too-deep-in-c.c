#include "names/scope.h"
#include "types/copy.h"
#include "types/list.h"

static Object *forever(Scope *locals)
{
    Function again = { "forever", { NULL }, forever };
    return scope_call(&again, NULL, locals);
}

int main(void)
{
    Object *l = list_new();
    for (int i = 0; i < 100000; i++) {
        Object *outer = list_new();
        list_append(outer, l);
        l = outer;
    }
    if (copy_deep(l) == NULL)
        error_print();
    if (forever(NULL) == NULL)
        error_print();
}
