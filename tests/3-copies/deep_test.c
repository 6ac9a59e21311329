// deep_test.c: what chapter 3 claims of deep copies of dicts and sets.
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

TEST(a_deep_copy_of_a_dict_has_copies_of_its_values)
{
    Object *dict = hold(dict_new());
    Object *key = hold(str_new("spam"));
    Object *value = hold(list_new());
    did(dict_set(dict, key, value));

    Object *copy = hold(copy_deep(dict));

    EXPECT(object_equal(copy, dict) && !object_is(copy, dict));
    EXPECT(!object_is(dict_get(copy, key), value));
}

static bool show(FILE *out, Object *self)
{
    return fputs(self->type->name, out) != EOF;
}

// A type whose objects can be keys, and whose deep copies are new.
static Type bag = {
    .object = OBJECT_HEAD(&type_type),
    .name = "bag",
    .size = sizeof(Dict),
    .show = show,
    .visit = dict_visit,
    .deep_copy = dict_deep_copy,
};

TEST(a_deep_copy_of_a_dict_has_copies_of_its_keys)
{
    Object *dict = hold(dict_new());
    Object *key = hold(object_new(&bag));
    did(dict_set(dict, key, key));

    Object *copy = hold(copy_deep(dict));

    const Entry *entry = ((Dict *)copy)->table.entries;
    EXPECT(!object_is(entry->key, key) && entry->key->type == &bag);
    EXPECT(object_is(entry->key, entry->value));
}

TEST(a_deep_copy_of_a_set_has_all_members)
{
    Object *set = hold(set_new());
    Object *item = hold(int_new(1000));
    did(set_add(set, item));
    did(set_add(set, hold(tuple_new(1, &item))));

    Object *copy = hold(copy_deep(set));

    EXPECT(!object_is(copy, set) && object_equal(copy, set));
}

TEST(a_deep_copy_of_a_dict_that_holds_itself_holds_itself)
{
    Object *dict = hold_knot(dict_new(), dict_clear);
    Object *key = hold(str_new("me"));
    did(dict_set(dict, key, dict));
    did(dict_set(dict, none(), hold(list_new())));

    Object *copy = hold_knot(copy_deep(dict), dict_clear);

    EXPECT(!object_is(copy, dict) && dict_length(copy) == 2);
    EXPECT(object_is(dict_get(copy, key), copy));
}

static Object *in_tuple(Object *item)
{
    return hold(tuple_new(1, &item));
}

static Object *in_dict(Object *item)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, none(), item));
    return dict;
}

// Whether `copy` answers NULL, and not for want of memory.
static bool is_too_deep(Object *(*copy)(Object *self), Object *self)
{
    bool is_it = copy(self) == NULL
                 && error_occurred() == &recursion_error;
    error_clear();
    return is_it;
}

TEST(tuples_and_dicts_that_are_too_deep_are_not_copied)
{
    mem_fail_after(SIZE_MAX); // to draw them all takes long
    Object *tuple = hold(list_new()), *dict = tuple;
    for (int i = 0; i < 2000; i++) {
        tuple = in_tuple(tuple);
        dict = in_dict(dict);
    }

    EXPECT(is_too_deep(copy_deep, tuple));
    EXPECT(is_too_deep(copy_deep, dict));
}
