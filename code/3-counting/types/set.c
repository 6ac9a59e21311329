// set.c: a dict without values.
#include "types/set.h"

#include "types/dict.h"

bool set_contains(const Object *self, const Object *key)
{
    return table_find(&((const Dict *)self)->table, key) != NULL;
}

bool set_add(Object *self, Object *key)
{
    return table_set(&((Dict *)self)->table, key, NULL);
}

static void show(FILE *out, const Object *self)
{
    const Table *table = &((const Dict *)self)->table;
    const char *before = "{";
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(table, &at)) != NULL;) {
        fputs(before, out);
        object_show(out, entry->key);
        before = ", ";
    }
    fputs(table->length == 0 ? "set()" : "}", out);
}

static bool equal(const Object *self, const Object *other)
{
    return other->type == &set_type
           && table_equal(&((const Dict *)self)->table,
                          &((const Dict *)other)->table);
}

const Type set_type = {
    .name = "set",
    .show = show,
    .equal = equal,
    .visit = dict_visit,
    .copy = dict_copy,
    .nested = "set(...)",
    .deep_copy = dict_deep_copy,
    .drop = dict_drop,
};

Object *set_new(void)
{
    return object_new(&set_type, sizeof(Dict));
}

size_t set_length(const Object *self)
{
    return dict_length(self);
}
