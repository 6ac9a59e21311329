// tuple_deep_test.c: what chapter 3 claims of deep copies of tuples.
#include "check.h"
#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

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
