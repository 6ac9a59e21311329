// list.c: a row of references, in a separate block that can grow.
//
//     List: header | length | capacity | items
//                                        |
//               +------------------------+
//               v
//             item | item | item | room | room
#include "types/list.h"

#include "base/panic.h"
#include "memory/mem.h"
#include "types/copy.h"

typedef struct List {
    Object object;
    size_t length;   // items in use
    size_t capacity; // items that there is room for
    Object **items;
} List;

static bool show(FILE *out, Object *self)
{
    bool done = fputc('[', out) != EOF;
    for (size_t i = 0; done && i < list_length(self); i++) {
        done = (i == 0 || fputs(", ", out) != EOF)
               && object_show(out, list_get(self, i));
    }
    return done && fputc(']', out) != EOF;
}

static void visit_items(Object *self, Visit visit, void *context)
{
    for (size_t i = 0; i < list_length(self); i++)
        visit(list_get(self, i), context);
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &list_type))
        return CANNOT_TELL;
    if (list_length(self) != list_length(other))
        return NO;
    size_t i = 0;
    while (i < list_length(self) && i < list_length(other)
           && object_matches(list_get(self, i), list_get(other, i)))
        i++;
    bool is_end = i >= list_length(self);
    return is_end && list_length(other) == list_length(self) ? YES : NO;
}

static Object *copy(Object *self)
{
    return list_slice(self, 0, list_length(self));
}

static bool append_copy(Object *self, Object *item, Table *memo)
{
    Object *copied = copy_deep_with(item, memo);
    bool done = copied != NULL && list_append(self, copied);
    ref_clear(&copied);
    return done;
}

static bool append_copies(Object *made, Object *self, Table *memo)
{
    for (size_t i = 0; i < list_length(self); i++)
        if (!append_copy(made, list_get(self, i), memo))
            return false;
    return true;
}

static Object *deep_copy(Object *self, Table *memo)
{
    Object *made = list_new();
    if (made == NULL)
        return NULL;
    bool is_whole = table_set(memo, self, made)
                    && append_copies(made, self, memo);
    if (!is_whole) {
        list_clear(made); // it may be in itself by now
        ref_clear(&made);
    }
    return made;
}

static Object *empty(List *list)
{
    Object **items = list->items, *first = NULL;
    size_t length = list->length;
    list->items = NULL;
    list->length = list->capacity = 0;
    while (length > 1)
        decref(items[--length]);
    if (length == 1)
        first = items[0];
    mem_free(items);
    return first;
}

static Object *drop(Object *self)
{
    return empty((List *)self);
}

Type list_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "list",
    .size = sizeof(List),
    .show = show,
    .visit = visit_items,
    .equal = equal,
    .copy = copy,
    .deep_copy = deep_copy,
    .nested = "[...]",
    .drop = drop,
    .clear = list_clear,
};

Object *list_new(void)
{
    return object_new(&list_type);
}

size_t list_length(Object *self)
{
    return ((List *)self)->length;
}

Object *list_get(Object *self, size_t index)
{
    List *list = (List *)self;
    if (index >= list->length)
        panic("list index %zu is past the end: the length is %zu",
              index, list->length);
    return list->items[index];
}

static bool make_room(List *list)
{
    if (list->length < list->capacity)
        return true;
    size_t wanted = list->length + 1;
    size_t capacity = (wanted + wanted / 8 + 6) & ~(size_t)3;
    size_t nbytes = mem_array(capacity, sizeof(Object *));
    Object **items = mem_resize(list->items, nbytes);
    if (items == NULL)
        return false;
    list->items = items;
    list->capacity = capacity;
    return true;
}

bool list_append(Object *self, Object *item)
{
    List *list = (List *)self;
    if (item == NULL || !make_room(list))
        return false;
    list->items[list->length++] = ref_new(item);
    return true;
}

bool list_contains(Object *self, Object *wanted)
{
    for (size_t i = 0; i < list_length(self); i++)
        // Ask the item
        if (object_matches(list_get(self, i), wanted))
            return true;
        else if (error_occurred() != NULL)
            return false;
    return false;
}

void list_set(Object *self, size_t index, Object *item)
{
    list_get(self, index); // panics past the end
    List *list = (List *)self;
    ref_set(&list->items[index], ref_new(item));
}

Object *list_slice(Object *self, size_t begin, size_t end)
{
    Object *made = list_new();
    bool is_whole = made != NULL;
    for (size_t i = begin; is_whole && i < end; i++)
        is_whole = list_append(made, list_get(self, i));
    if (!is_whole)
        ref_clear(&made);
    return made;
}

void list_clear(Object *self)
{
    List *list = (List *)self;
    Object *first = empty(list);
    ref_clear(&first);
}

Object *list_pop(Object *self)
{
    List *list = (List *)self;
    if (list->length > 0)
        return list->items[--list->length];
    error_set(&index_error, "pop from empty list");
    return NULL;
}
