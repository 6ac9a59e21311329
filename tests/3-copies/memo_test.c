// memo_test.c: what chapter 3 claims of deep copies of lists, and of
// lists that hold themselves.
//
// A memo of the test's own would be lost where a call fails, so some
// tests begin by letting all requests for memory succeed.
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"

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

TEST(a_deep_copy_of_a_list_that_holds_itself_holds_itself)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, list));

    Object *copy = hold_knot(copy_deep(list), list_clear);

    EXPECT(!object_is(copy, list) && list_length(copy) == 1);
    EXPECT(object_is(list_get(copy, 0), copy));
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

TEST(a_copy_of_a_list_that_holds_itself_holds_the_original)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, list));

    Object *copy = hold(copy_shallow(list));

    EXPECT(!object_is(copy, list));
    EXPECT(object_is(list_get(copy, 0), list));
}
