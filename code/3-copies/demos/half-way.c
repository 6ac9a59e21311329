#include "show/draw.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/list.h"

static Scope *locals;

static bool show(FILE *out, Object *self)
{
    (void)self;
    return fputs("click", out) != EOF;
}

static Object *take_picture(Object *self, Table *memo)
{
    object_print(table_find(memo, scope_lookup(locals, "grid"))->value);
    draw("half-way", locals);
    return self;
}

static Type camera = {
    .object = OBJECT_HEAD(&type_type),
    .name = "Camera",
    .size = sizeof(Object),
    .show = show,
    .deep_copy = take_picture,
};

int main(void)
{
    locals = scope_new("main");
    Object *row = list_new(), *grid = list_new();
    list_append(grid, row);
    list_append(grid, object_new(&camera));
    list_append(grid, row);
    // A dict's table, since a scope can hold a dict
    Object *memo = dict_new();
    ((Dict *)memo)->table.by_identity = true;
    scope_bind(locals, "grid", grid);
    scope_bind(locals, "memo", memo);
    copy_deep_with(grid, &((Dict *)memo)->table);
}
