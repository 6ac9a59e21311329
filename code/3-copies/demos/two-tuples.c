#include "show/draw.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/list.h"

// A tuple of one item that draws when it is copied.
typedef struct Single {
    Object object;
    Object *item;
} Single;

static Scope *globals;

static void visit_item(Object *self, Visit visit, void *context)
{
    visit(((Single *)self)->item, context);
}

static Object *deep_copy(Object *self, Table *memo)
{
    Object *item = copy_deep_with(((Single *)self)->item, memo);
    Object *made = object_new(self->type);
    ((Single *)made)->item = item;
    bool is_first = scope_lookup(globals, "inner") == NULL;
    scope_bind(globals, is_first ? "inner" : "outer", made);
    draw("two-tuples", globals);
    const Entry *entry = table_find(memo, self);
    return entry != NULL ? entry->value : made;
}

static Type single = {
    .object = OBJECT_HEAD(&type_type),
    .name = "tuple",
    .size = sizeof(Single),
    .visit = visit_item,
    .deep_copy = deep_copy,
};

int main(void)
{
    globals = scope_new("globals");
    Object *l = list_new(), *t = object_new(&single);
    ((Single *)t)->item = l;
    list_append(l, t);
    // A dict's table, since a scope can hold a dict
    Object *memo = dict_new();
    ((Dict *)memo)->table.by_identity = true;
    scope_bind(globals, "t", t);
    scope_bind(globals, "memo", memo);
    Object *u = copy_deep_with(t, &((Dict *)memo)->table);
    scope_bind(globals, "u", u);
    draw("two-tuples", globals);
    bool is_inner = object_is(scope_lookup(globals, "inner"), u);
    puts(is_inner ? "the inner one" : "the outer one");
}
