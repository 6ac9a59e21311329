// set.c: a dict without values.
#include "types/set.h"

#include "types/dict.h"

bool set_contains(Object *self, Object *key)
{
    return table_find(&((Dict *)self)->table, key) != NULL;
}

bool set_add(Object *self, Object *key)
{
    return table_set(&((Dict *)self)->table, key, NULL);
}

static bool show(FILE *out, Object *self)
{
    const Table *table = &((Dict *)self)->table;
    const char *before = "{";
    bool done = true;
    const Entry *entry;
    size_t at = 0;
    while (done && (entry = table_next(table, &at)) != NULL) {
        fputs(before, out);
        done = object_show(out, entry->key);
        before = ", ";
    }
    const char *end = table->length == 0 ? "set()" : "}";
    return done && fputs(end, out) != EOF;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &set_type))
        return CANNOT_TELL;
    const Table *table = &((Dict *)self)->table;
    return table_equal(table, &((Dict *)other)->table) ? YES : NO;
}

Type set_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "set",
    .size = sizeof(Dict),
    .show = show,
    .equal = equal,
    .visit = dict_visit,
    .copy = dict_copy,
    .nested = "set(...)",
    .deep_copy = dict_deep_copy,
};

Object *set_new(void)
{
    return object_new(&set_type);
}

size_t set_length(Object *self)
{
    return dict_length(self);
}
