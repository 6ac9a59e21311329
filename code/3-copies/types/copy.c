// copy.c: types that can copy say so; all else is its own copy.
#include "types/copy.h"

Object *copy_shallow(Object *self)
{
    if (self->type->copy == NULL)
        return self;
    return self->type->copy(self);
}

Object *copy_deep(Object *self)
{
    Table memo = { .by_identity = true };
    Object *made = copy_deep_with(self, &memo);
    table_clear(&memo);
    return made;
}

Object *copy_deep_with(Object *self, Table *memo)
{
    if (self->type->deep_copy == NULL)
        return self;
    const Entry *entry = table_find(memo, self);
    if (entry != NULL)
        return entry->value;
    if (!recursion_enter())
        return NULL;
    Object *made = self->type->deep_copy(self, memo);
    recursion_leave();
    return made;
}

static bool copy_entry(Table *to, const Entry *entry, Table *memo)
{
    Object *key = copy_deep_with(entry->key, memo), *value = NULL;
    bool is_whole = key != NULL;
    if (is_whole && entry->value != NULL) {
        value = copy_deep_with(entry->value, memo);
        is_whole = value != NULL;
    }
    return is_whole && table_set(to, key, value);
}

bool copy_table(Table *to, const Table *from, Table *memo)
{
    const Entry *entry;
    for (size_t at = 0; (entry = table_next(from, &at)) != NULL;)
        if (!copy_entry(to, entry, memo))
            return false;
    return true;
}
