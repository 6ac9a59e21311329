// set.c: a dict without values.
#include "types/set.h"

#include "types/dict.h"


typedef struct Set {
    Dict dict;
    struct WeakRef *weakrefs;
} Set;

static Table *table_of(Object *self)
{
    return &((Dict *)self)->table;
}

static bool show(FILE *out, Object *self)
{
    if (set_length(self) == 0)
        return fputs("set()", out) != EOF;
    return fputc('{', out) != EOF && table_show(out, table_of(self))
           && fputc('}', out) != EOF;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &set_type))
        return CANNOT_TELL;
    return table_equal(table_of(self), table_of(other)) ? YES : NO;
}

Type set_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "set",
    .size = sizeof(Set),
    .weakrefs = offsetof(Set, weakrefs),
    .show = show,
    .equal = equal,
    .visit = dict_visit,
    .copy = dict_copy,
    .nested = "set(...)",
    .deep_copy = dict_deep_copy,
    .drop = dict_drop,
    .clear = dict_clear,
};

Object *set_new(void)
{
    return object_new(&set_type);
}

size_t set_length(Object *self)
{
    return table_of(self)->length;
}

bool set_contains(Object *self, Object *key)
{
    return table_find(table_of(self), key) != NULL;
}

bool set_add(Object *self, Object *key)
{
    return key != NULL && table_set(table_of(self), key, NULL);
}
