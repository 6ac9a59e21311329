#include "names/scope.h"
#include "show/draw.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

static Object *body(Scope *locals)
{
    Object *basket = scope_lookup(locals, "basket");
    list_append(basket, scope_lookup(locals, "item"));
    object_print(basket);
    draw("default", locals);
    return none();
}

int main(void)
{
    Function add = { "add", { "item", "basket" }, body };
    Object *made_by_def = list_new();
    scope_call(&add, (Object *[]){ int_new(1), made_by_def }, NULL);
    scope_call(&add, (Object *[]){ int_new(2), made_by_def }, NULL);
    scope_call(&add, (Object *[]){ int_new(3), list_new() }, NULL);
    scope_call(&add, (Object *[]){ int_new(4), made_by_def }, NULL);
}
