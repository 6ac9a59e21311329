#include "names/scope.h"
#include "show/audit.h"
#include "types/list.h"

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *outer = list_new(), *inner = list_new();
    list_append(outer, inner);
    list_append(outer, inner);
    scope_bind(globals, "a", outer);
    printf("%zu\n", audit());
    decref(outer);
    decref(inner);
    printf("%zu\n", audit());
    decref(inner); // outer has it, twice
    audit();
    scope_free(globals);
}
