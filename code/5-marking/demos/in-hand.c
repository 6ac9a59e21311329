#include "gc/mark.h"
#include "names/scope.h"
#include "types/list.h"
#include "types/singleton.h"

int main(void)
{
    Scope *globals = scope_new("globals");
    Object *list = list_new();
    Ring unreachable;
    ring_init(&unreachable);
    mark_find(scope_visit_all, &unreachable);
    printf("%zu\n", mark_sweep(&unreachable));
    list_append(list, none());
    scope_free(globals);
}
