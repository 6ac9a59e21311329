#include "show/draw.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/list.h"

static Scope *globals;

static Object *take_picture(Object *self, Table *memo)
{
    object_print(table_find(memo, scope_lookup(globals, "grid"))->value);
    draw("half-way", globals);
    return self;
}

static Type camera = {
    .object = OBJECT_HEAD(&type_type),
    .name = "Camera",
    .size = sizeof(Object),
    .deep_copy = take_picture,
};

int main(void)
{
    globals = scope_new("globals");
    Object *row = list_new(), *grid = list_new();
    list_append(grid, row);
    list_append(grid, object_new(&camera));
    list_append(grid, row);
    // A dict's table, since a scope can hold a dict
    Object *memo = dict_new();
    ((Dict *)memo)->table.by_identity = true;
    scope_bind(globals, "grid", grid);
    scope_bind(globals, "memo", memo);
    copy_deep_with(grid, &((Dict *)memo)->table);
}
