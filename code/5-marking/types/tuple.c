// tuple.c: a row of references in one block, made whole.
//
//     Tuple: header | length | item | item | item
#include "types/tuple.h"

#include "base/panic.h"
#include "types/copy.h"

typedef struct Tuple {
    Object object;
    size_t length;
    Object *items[];
} Tuple;

static Object *make(size_t length)
{
    Object *made = object_new_var(&tuple_type, length);
    if (made != NULL)
        ((Tuple *)made)->length = length;
    return made;
}

static void put(Object *made, size_t at, Object *const *items, size_t n)
{
    Object **slots = ((Tuple *)made)->items + at;
    for (size_t i = 0; i < n; i++)
        slots[i] = ref_new(items[i]);
}

static struct {
    Head head; // in no ring, but those who visit look at it
    Object object;
    size_t length;
} the_empty = { .object = OBJECT_HEAD(&tuple_type) };

Object *tuple_new(size_t length, Object *const *items)
{
    if (length == 0)
        return ref_new(&the_empty.object);
    Object *made = make(length);
    if (made != NULL)
        put(made, 0, items, length);
    return made;
}

size_t tuple_length(Object *self)
{
    return ((Tuple *)self)->length;
}

Object *tuple_get(Object *self, size_t index)
{
    Tuple *tuple = (Tuple *)self;
    if (index >= tuple->length)
        panic("tuple index %zu is past the end: the length is %zu",
              index, tuple->length);
    return tuple->items[index];
}

static void visit_items(Object *self, Visit visit, void *context)
{
    for (size_t i = 0; i < tuple_length(self); i++)
        if (tuple_get(self, i) != NULL)
            visit(tuple_get(self, i), context);
}

static bool show(FILE *out, Object *self)
{
    bool done = fputc('(', out) != EOF;
    for (size_t i = 0; done && i < tuple_length(self); i++) {
        done = (i == 0 || fputs(", ", out) != EOF)
               && object_show(out, tuple_get(self, i));
    }
    const char *end = tuple_length(self) == 1 ? ",)" : ")";
    return done && fputs(end, out) != EOF;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &tuple_type))
        return CANNOT_TELL;
    size_t length = tuple_length(self), others = tuple_length(other);
    for (size_t i = 0; i < length && i < others; i++)
        if (!object_matches(tuple_get(self, i), tuple_get(other, i)))
            return NO;
    return length == others ? YES : NO;
}

static const size_t STIR = 0x9E3779B97F4A7C15;

static bool hash(Object *self, size_t *hash)
{
    *hash = STIR;
    for (size_t i = 0; i < tuple_length(self); i++) {
        size_t one;
        if (!object_hash(tuple_get(self, i), &one))
            return false;
        *hash = (*hash ^ one) * STIR;
    }
    return true;
}

static bool copy_items(Object *made, Object *self, Table *memo)
{
    Object **slots = ((Tuple *)made)->items;
    for (size_t i = 0; i < tuple_length(self); i++) {
        slots[i] = copy_deep_with(tuple_get(self, i), memo);
        if (slots[i] == NULL)
            return false;
    }
    return true;
}

static bool has_same_items(Object *made, Object *self)
{
    for (size_t i = 0; i < tuple_length(self); i++)
        if (tuple_get(made, i) != tuple_get(self, i))
            return false;
    return true;
}

static Object *choose(Object *made, Object *self, const Table *memo)
{
    const Entry *entry = table_find(memo, self);
    if (entry != NULL)
        return entry->value;
    return has_same_items(made, self) ? self : made;
}

static Object *deep_copy(Object *self, Table *memo)
{
    Object *made = make(tuple_length(self)), *chosen = NULL;
    if (made != NULL && copy_items(made, self, memo))
        chosen = choose(made, self, memo);
    // Answer the chosen tuple
    if (chosen != NULL)
        incref(chosen);
    ref_clear(&made);
    return chosen;
}

static Object *drop(Object *self)
{
    Tuple *tuple = (Tuple *)self;
    while (tuple->length > 1)
        ref_clear(&tuple->items[--tuple->length]);
    if (self == &the_empty.object)
        return ref_refuse(self);
    return tuple->length == 0 ? NULL : tuple->items[0];
}

static bool is_plain(Object *self)
{
    for (size_t i = 0; i < tuple_length(self); i++)
        if (tuple_get(self, i) == NULL || track_may(tuple_get(self, i)))
            return false;
    return true;
}

Type tuple_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "tuple",
    .size = sizeof(Tuple),
    .item_size = sizeof(Object *),
    .equal = equal,
    .show = show,
    .visit = visit_items,
    .hash = hash,
    .nested = "(...)",
    .deep_copy = deep_copy,
    .drop = drop,
    .is_plain = is_plain,
};

Object *tuple_slice(Object *self, size_t begin, size_t end)
{
    if (begin == 0 && end == tuple_length(self))
        return ref_new(self);
    if (begin >= end)
        return tuple_new(0, NULL);
    tuple_get(self, end - 1); // ends the program past the end
    return tuple_new(end - begin, ((Tuple *)self)->items + begin);
}

Object *tuple_concat(Object *a, Object *b)
{
    size_t n = tuple_length(a), more = tuple_length(b);
    Object *self = n == 0 ? b : a;
    if (n == 0 || more == 0)
        return ref_new(self);
    Object *made = make(n + more);
    if (made == NULL)
        return NULL;
    put(made, 0, ((Tuple *)a)->items, n);
    put(made, n, ((Tuple *)b)->items, more);
    return made;
}
