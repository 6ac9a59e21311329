// dict.c: a table in an object.
#include "types/dict.h"


#include "types/copy.h"

static Table *table_of(Object *self)
{
    return &((Dict *)self)->table;
}

size_t dict_length(Object *self)
{
    return table_of(self)->length;
}

Object *dict_get(Object *self, Object *key)
{
    const Entry *entry = table_find(table_of(self), key);
    return entry == NULL ? NULL : entry->value;
}

bool dict_set(Object *self, Object *key, Object *value)
{
    // Set both, if there are both
    if (key == NULL || value == NULL)
        return false;
    bool may_lead_back = track_may(key) || track_may(value);
    bool done = table_set(table_of(self), key, value);
    if (done && may_lead_back)
        track_add(self);
    return done;
}

bool dict_delete(Object *self, Object *key)
{
    return table_delete(table_of(self), key);
}

void dict_clear(Object *self)
{
    table_clear(table_of(self));
}

static bool show(FILE *out, Object *self)
{
    return fputc('{', out) != EOF && table_show(out, table_of(self))
           && fputc('}', out) != EOF;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &dict_type))
        return CANNOT_TELL;
    return table_equal(table_of(self), table_of(other)) ? YES : NO;
}

void dict_visit(Object *self, Visit visit, void *context)
{
    table_visit(table_of(self), visit, context);
}

static bool has_plain(const Entry *entry, void *context)
{
    (void)context;
    return !track_may(entry->key)
           && (entry->value == NULL || !track_may(entry->value));
}

static bool is_plain(Object *self)
{
    return table_each(table_of(self), has_plain, NULL);
}

Type dict_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "dict",
    .size = sizeof(Dict),
    .show = show,
    .equal = equal,
    .visit = dict_visit,
    .copy = dict_copy,
    .nested = "{...}",
    .deep_copy = dict_deep_copy,
    .drop = dict_drop,
    .clear = dict_clear,
    .is_plain = is_plain,
};

Object *dict_new(void)
{
    return object_new(&dict_type);
}

Object *dict_copy(Object *self)
{
    Object *made = object_new(self->type);
    bool is_whole = made != NULL
                    && table_update(table_of(made), table_of(self));
    if (!is_whole)
        ref_clear(&made);
    if (made != NULL && !is_plain(made))
        track_add(made);
    return made;
}

Object *dict_deep_copy(Object *self, Table *memo)
{
    Object *made = object_new(self->type);
    if (made == NULL)
        return NULL;
    bool is_whole = table_set(memo, self, made)
                    && copy_table(table_of(made), table_of(self), memo);
    if (!is_whole) {
        dict_clear(made); // it may be in itself by now
        ref_clear(&made);
    }
    if (made != NULL && !is_plain(made))
        track_add(made);
    return made;
}

Object *dict_drop(Object *self)
{
    return table_drop(table_of(self));
}
