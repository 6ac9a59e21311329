// dict.c: a table in an object.
#include "types/dict.h"

#include "types/copy.h"

static Table *table_of(const Object *self)
{
    return &((Dict *)self)->table;
}

size_t dict_length(const Object *self)
{
    return table_of(self)->length;
}

Object *dict_get(const Object *self, const Object *key)
{
    const Entry *entry = table_find(table_of(self), key);
    return entry == NULL ? NULL : entry->value;
}

bool dict_set(Object *self, Object *key, Object *value)
{
    return table_set(table_of(self), key, value);
}

bool dict_delete(Object *self, const Object *key)
{
    return table_delete(table_of(self), key);
}

void dict_clear(Object *self)
{
    table_clear(table_of(self));
}

void dict_visit(const Object *self, Visit visit, void *context)
{
    table_visit(table_of(self), visit, context);
}

bool dict_equal(const Object *self, const Object *other)
{
    return other->type->equal == dict_equal
           && table_equal(table_of(self), table_of(other));
}

Object *dict_copy(Object *self)
{
    Object *made = object_new(self->type, sizeof(Dict));
    bool is_whole = made != NULL
                    && table_update(table_of(made), table_of(self));
    if (!is_whole)
        ref_clear(&made);
    return made;
}

static void show(FILE *out, const Object *self)
{
    const Table *table = table_of(self);
    const char *before = "{";
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(table, &at)) != NULL;) {
        fputs(before, out);
        object_show(out, entry->key);
        fputs(": ", out);
        object_show(out, entry->value);
        before = ", ";
    }
    fputs(table->length == 0 ? "{}" : "}", out);
}

const Type dict_type = {
    .name = "dict",
    .show = show,
    .equal = dict_equal,
    .visit = dict_visit,
    .copy = dict_copy,
    .nested = "{...}",
    .deep_copy = dict_deep_copy,
    .drop = dict_drop,
};

Object *dict_new(void)
{
    return object_new(&dict_type, sizeof(Dict));
}

Object *dict_deep_copy(Object *self, Table *memo)
{
    Object *made = object_new(self->type, sizeof(Dict));
    if (made == NULL)
        return NULL;
    bool is_whole = table_set(memo, self, made)
                    && copy_table(table_of(made), table_of(self), memo);
    if (!is_whole) {
        dict_clear(made); // it may be in itself by now
        ref_clear(&made);
    }
    return made;
}

void dict_drop(Object *self)
{
    dict_clear(self);
}
