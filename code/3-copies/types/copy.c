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
    if (!recursion_enter(""))
        return NULL;
    Object *made = self->type->deep_copy(self, memo);
    recursion_leave();
    return made;
}

typedef struct Filling {
    Table *to, *memo;
    const Table *from;
    uint32_t length; // of `from`, when it began
} Filling;

static bool copy_entry(const Entry *entry, void *context)
{
    const Filling *filling = context;
    Object *key = copy_deep_with(entry->key, filling->memo);
    Object *value = NULL;
    bool done = key != NULL;
    if (done && entry->value != NULL) {
        value = copy_deep_with(entry->value, filling->memo);
        done = value != NULL;
    }
    done = done && table_set(filling->to, key, value);
    if (!done || filling->from->length == filling->length)
        return done;
    error_set(&runtime_error, "dictionary changed size during iteration");
    return false;
}

bool copy_table(Table *to, const Table *from, Table *memo)
{
    Filling filling = { to, memo, from, from->length };
    return table_each(from, copy_entry, &filling);
}
