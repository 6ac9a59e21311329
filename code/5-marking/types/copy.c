// copy.c: types that can copy say so; all else is its own copy.
#include "types/copy.h"

Object *copy_shallow(Object *self)
{
    if (self->type->copy == NULL)
        return ref_new(self);
    // Let the type make a shallow copy
    incref(self);
    Object *made = self->type->copy(self);
    decref(self);
    return made;
}

Object *copy_deep_with(Object *self, Table *memo)
{
    if (self->type->deep_copy == NULL)
        return ref_new(self);
    const Entry *entry = table_find(memo, self);
    if (entry != NULL)
        return ref_new(entry->value);
    // Let the type make a deep copy
    incref(self);
    Object *made = NULL;
    if (recursion_enter(" while calling a Python object")) {
        made = self->type->deep_copy(self, memo);
        recursion_leave();
    }
    if (made != NULL && !table_set(memo, self, made))
        ref_clear(&made);
    decref(self);
    return made;
}

Object *copy_deep(Object *self)
{
    Table memo = { .by_identity = true };
    Object *made = copy_deep_with(self, &memo);
    table_clear(&memo);
    return made;
}

typedef struct Filling {
    Table *to, *memo;
    const Table *from;
    uint32_t length; // of `from`, when it began
    uint32_t ncopied;
} Filling;

static bool is_unchanged(const Filling *filling, bool is_dict)
{
    const char *kind = is_dict ? "dictionary" : "Set";
    if (filling->from->length != filling->length)
        error_set(&runtime_error, "%s changed size during iteration",
                  kind);
    else if (is_dict && filling->ncopied > filling->length)
        error_set(&runtime_error,
                  "dictionary keys changed during iteration");
    return error_occurred() == NULL;
}

static bool copy_entry(const Entry *entry, void *context)
{
    Filling *filling = context;
    filling->ncopied++;
    Object *key = copy_deep_with(entry->key, filling->memo);
    Object *value = NULL;
    bool done = key != NULL;
    if (done && entry->value != NULL) {
        value = copy_deep_with(entry->value, filling->memo);
        done = value != NULL;
    }
    done = done && table_set(filling->to, key, value);
    ref_clear(&key);
    ref_clear(&value);
    return done && is_unchanged(filling, entry->value != NULL);
}

bool copy_table(Table *to, const Table *from, Table *memo)
{
    Filling filling = { to, memo, from, from->length, 0 };
    return table_each(from, copy_entry, &filling);
}
