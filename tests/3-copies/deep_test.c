// deep_test.c: what chapter 3 claims of deep copies.
//
// A memo of the test's own would be lost where a call fails, so some
// tests begin by letting all requests for memory succeed.
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

TEST(a_deep_copy_of_a_list_holds_copies_of_its_lists)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(list_new())));
    did(list_append(list_get(list, 0), none()));

    Object *copy = hold(copy_deep(list));

    EXPECT(object_equal(copy, list) && !object_is(copy, list));
    EXPECT(!object_is(list_get(copy, 0), list_get(list, 0)));
}

TEST(what_changes_deep_in_a_copy_leaves_the_original_alone)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(list_new())));
    Object *copy = hold(copy_deep(list));

    did(list_append(list_get(copy, 0), none()));

    EXPECT(list_length(list_get(list, 0)) == 0);
}

TEST(a_list_and_its_deep_copy_share_what_cannot_change)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1000))));
    did(list_append(list, hold(str_new("spam"))));

    Object *copy = hold(copy_deep(list));

    EXPECT(object_is(list_get(copy, 0), list_get(list, 0)));
    EXPECT(object_is(list_get(copy, 1), list_get(list, 1)));
    EXPECT(object_is(hold(copy_deep(none())), none()));
}

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

TEST(what_is_shared_in_the_original_is_shared_in_the_copy)
{
    Object *list = hold(list_new());
    Object *item = hold(list_new());
    did(list_append(list, item));
    did(list_append(list, item));

    Object *copy = hold(copy_deep(list));

    EXPECT(object_is(list_get(copy, 0), list_get(copy, 1)));
    EXPECT(!object_is(list_get(copy, 0), item));
}

TEST(a_tuple_that_is_shared_is_copied_once)
{
    Object *inner = hold(list_new());
    Object *tuple = hold(tuple_new(1, &inner));
    Object *list = hold(list_new());
    did(list_append(list, tuple));
    did(list_append(list, tuple));

    Object *copy = hold(copy_deep(list));

    EXPECT(object_is(list_get(copy, 0), list_get(copy, 1)));
    EXPECT(!object_is(list_get(copy, 0), tuple));
}

TEST(a_deep_copy_of_a_list_that_holds_itself_holds_itself)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, list));

    Object *copy = hold_knot(copy_deep(list), list_clear);

    EXPECT(!object_is(copy, list) && list_length(copy) == 1);
    EXPECT(object_is(list_get(copy, 0), copy));
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

TEST(lists_that_hold_each_other_do_so_in_the_copy)
{
    Object *a = hold_knot(list_new(), list_clear);
    Object *b = hold(list_new());
    did(list_append(a, b));
    did(list_append(b, a));
    did(list_append(a, hold(list_new())));

    Object *copy = hold_knot(copy_deep(a), list_clear);

    EXPECT(!object_is(list_get(copy, 0), b));
    EXPECT(object_is(list_get(list_get(copy, 0), 0), copy));
}

TEST(a_cleared_list_is_empty_and_can_be_filled_again)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    list_clear(list);
    EXPECT(list_length(list) == 0);

    did(list_append(list, item));
    EXPECT(object_is(list_get(list, 0), item));
}

static void clear_first(Object *tuple)
{
    list_clear(tuple_get(tuple, 0));
}

TEST(a_tuple_whose_list_holds_it_is_copied_once)
{
    Object *list = hold_knot(list_new(), list_clear);
    Object *tuple = hold(tuple_new(1, &list));
    did(list_append(list, tuple));

    Object *copy = hold_knot(copy_deep(tuple), clear_first);

    EXPECT(!object_is(copy, tuple));
    EXPECT(!object_is(tuple_get(copy, 0), list));
    EXPECT(object_is(list_get(tuple_get(copy, 0), 0), copy));
}

TEST(a_list_whose_tuple_holds_it_is_copied_once)
{
    Object *list = hold_knot(list_new(), list_clear);
    Object *tuple = hold(tuple_new(1, &list));
    did(list_append(list, tuple));

    Object *copy = hold_knot(copy_deep(list), list_clear);

    EXPECT(!object_is(copy, list));
    EXPECT(!object_is(list_get(copy, 0), tuple));
    EXPECT(object_is(tuple_get(list_get(copy, 0), 0), copy));
}

TEST(a_tuple_that_reaches_nothing_changeable_is_its_own_deep_copy)
{
    Object *items[] = { hold(int_new(1000)), hold(str_new("spam")) };
    Object *inner = hold(tuple_new(2, items));
    Object *outer = hold(tuple_new(1, &inner));
    Object *empty = hold(tuple_new(0, NULL));

    EXPECT(object_is(hold(copy_deep(inner)), inner));
    EXPECT(object_is(hold(copy_deep(outer)), outer));
    EXPECT(object_is(hold(copy_deep(empty)), empty));
}

TEST(a_tuple_that_reaches_a_list_is_copied_down_to_it)
{
    Object *items[] = { hold(int_new(1000)), hold(list_new()) };
    Object *inner = hold(tuple_new(2, items));
    Object *outer = hold(tuple_new(1, &inner));

    Object *copy = hold(copy_deep(outer));

    Object *copied = tuple_get(copy, 0);
    EXPECT(!object_is(copy, outer) && !object_is(copied, inner));
    EXPECT(object_is(tuple_get(copied, 0), items[0]));
    EXPECT(!object_is(tuple_get(copied, 1), items[1]));
}

TEST(what_is_in_the_memo_is_not_copied_again)
{
    mem_fail_after(SIZE_MAX);
    Table memo = { .by_identity = true };
    Object *list = hold(list_new());
    Object *inner = hold(list_new());
    did(list_append(list, inner));

    Object *first = hold(copy_deep_with(inner, &memo));
    Object *copy = hold(copy_deep_with(list, &memo));

    EXPECT(object_is(list_get(copy, 0), first));
    EXPECT(object_is(hold(copy_deep_with(list, &memo)), copy));
    table_clear(&memo);
}

// Make a list in a list in a list, the outermost first.
static void nest(Object *lists[], int depth)
{
    lists[0] = hold(list_new());
    for (int i = 1; i < depth; i++) {
        lists[i] = hold(list_new());
        did(list_append(lists[i - 1], lists[i]));
    }
}

// Whether `copy` answers NULL though there is memory.
static bool refuses(Object *(*copy)(Object *self), Object *self)
{
    return copy(self) == NULL && !mem_has_failed();
}

TEST(lists_nested_less_deep_than_the_limit_are_copied)
{
    enum { DEPTH = 900 };
    mem_fail_after(SIZE_MAX); // to draw them all takes long
    Object *lists[DEPTH];
    nest(lists, DEPTH);

    Object *copy = hold(copy_deep(lists[0]));

    EXPECT(object_equal(copy, lists[0]));
    EXPECT(!object_is(list_get(copy, 0), lists[1]));
}

TEST(lists_nested_far_too_deep_are_not_copied)
{
    enum { DEPTH = 100000 };
    mem_fail_after(SIZE_MAX); // to draw them all takes long
    static Object *lists[DEPTH];
    nest(lists, DEPTH);

    EXPECT(refuses(copy_deep, lists[0]));
    EXPECT(list_length(lists[0]) == 1);
    EXPECT(object_is(list_get(lists[0], 0), lists[1]));
}

TEST(after_a_copy_that_went_too_deep_others_succeed)
{
    enum { DEPTH = 2000 };
    mem_fail_after(SIZE_MAX); // to draw them all takes long
    static Object *lists[DEPTH];
    nest(lists, DEPTH);
    EXPECT(refuses(copy_deep, lists[0]));
    EXPECT(error_occurred() == &recursion_error);
    error_clear();

    Object *copy = hold(copy_deep(lists[DEPTH - 900]));

    EXPECT(object_equal(copy, lists[DEPTH - 900]));
}
