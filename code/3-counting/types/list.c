// list.c: a row of references, in a block apart that can grow.
//
//     List: type | length | capacity | items
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

static void visit_items(const Object *self, Visit visit, void *context)
{
    for (size_t i = 0; i < list_length(self); i++)
        visit(list_get(self, i), context);
}

static bool make_room(List *list)
{
    if (list->length < list->capacity)
        return true;
    size_t wanted = list->length + 1;
    size_t capacity = (wanted + wanted / 8 + 6) & ~(size_t)3;
    // Move the items into the larger room
    size_t nbytes = capacity * sizeof(Object *);
    Object **items = mem_resize(list->items, nbytes);
    if (items == NULL)
        return false;
    list->items = items;
    list->capacity = capacity;
    return true;
}

static void show(FILE *out, const Object *self)
{
    fputc('[', out);
    for (size_t i = 0; i < list_length(self); i++) {
        fputs(i == 0 ? "" : ", ", out);
        object_show(out, list_get(self, i));
    }
    fputc(']', out);
}

static bool equal(const Object *self, const Object *other)
{
    if (other->type != &list_type
        || list_length(self) != list_length(other))
        return false;
    for (size_t i = 0; i < list_length(self); i++)
        if (!object_matches(list_get(self, i), list_get(other, i)))
            return false;
    return true;
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

static bool append_copies(Object *made, const Object *self, Table *memo)
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

static void drop(Object *self)
{
    list_clear(self);
}

const Type list_type = {
    .name = "list",
    .show = show,
    .visit = visit_items,
    .equal = equal,
    .copy = copy,
    .nested = "[...]",
    .deep_copy = deep_copy,
    .drop = drop,
};

Object *list_new(void)
{
    return object_new(&list_type, sizeof(List));
}

size_t list_length(const Object *self)
{
    return ((const List *)self)->length;
}

Object *list_get(const Object *self, size_t index)
{
    const List *list = (const List *)self;
    if (index >= list->length)
        panic("list index %zu is past the end: the length is %zu",
              index, list->length);
    return list->items[index];
}

bool list_append(Object *self, Object *item)
{
    List *list = (List *)self;
    if (!make_room(list))
        return false;
    list->items[list->length++] = ref_new(item);
    return true;
}

bool list_contains(const Object *self, const Object *wanted)
{
    for (size_t i = 0; i < list_length(self); i++)
        if (object_matches(list_get(self, i), wanted))
            return true;
    return false;
}

void list_set(Object *self, size_t index, Object *item)
{
    list_get(self, index); // ends the program past the end
    List *list = (List *)self;
    ref_set(&list->items[index], ref_new(item));
}

void list_clear(Object *self)
{
    List *list = (List *)self;
    // Empty the list
    Object **items = list->items;
    size_t length = list->length;
    list->items = NULL;
    list->length = list->capacity = 0;
    while (length > 0)
        decref(items[--length]);
    mem_free(items);
}

Object *list_slice(const Object *self, size_t begin, size_t end)
{
    Object *made = list_new();
    bool is_whole = made != NULL;
    for (size_t i = begin; is_whole && i < end; i++)
        is_whole = list_append(made, list_get(self, i));
    if (!is_whole)
        ref_clear(&made);
    return made;
}

Object *list_pop(Object *self)
{
    List *list = (List *)self;
    return list->length == 0 ? NULL : list->items[--list->length];
}
