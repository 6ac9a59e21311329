// recursion_test.c: what chapter 3 claims of the limit of recursion.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "object/recursion.h"
#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

#include <stdlib.h>

enum { LIMIT = 1000 };

// How many levels are left; none of them is kept.
static int levels_left(void)
{
    int levels = 0;
    while (levels <= LIMIT && recursion_enter(""))
        levels++;
    for (int i = 0; i < levels; i++)
        recursion_leave();
    return levels;
}

static void show_to_nobody(Object *self)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    object_show(out, self);
    fclose(out);
    free(text);
}

TEST(recursion_is_allowed_to_its_limit_and_no_deeper)
{
    int levels = 0;
    while (levels <= LIMIT && recursion_enter(""))
        levels++;

    EXPECT(levels == LIMIT && !recursion_enter(""));

    while (levels-- > 0)
        recursion_leave();
}

TEST(a_level_that_was_refused_need_not_be_left)
{
    for (int i = 0; i < LIMIT; i++)
        recursion_enter("");
    bool is_refused = !recursion_enter("") && !recursion_enter("");
    for (int i = 0; i < LIMIT; i++)
        recursion_leave();

    EXPECT(is_refused && levels_left() == LIMIT);
}

TEST(hashing_leaves_every_level_whether_it_succeeds_or_not)
{
    Object *items[] = { hold(int_new(1000)), hold(list_new()) };
    Object *good = hold(tuple_new(1, items));
    Object *bad = hold(tuple_new(2, items));
    size_t hash;

    EXPECT(object_hash(good, &hash) && !object_hash(bad, &hash));
    EXPECT(levels_left() == LIMIT);
}

TEST(copying_comparing_and_showing_leave_every_level_they_enter)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(list_new())));

    Object *copy = hold(copy_deep(list));
    EXPECT(levels_left() == LIMIT);

    EXPECT(object_equal(copy, list));
    EXPECT(levels_left() == LIMIT);

    show_to_nobody(list);
    EXPECT(levels_left() == LIMIT);
}

TEST(a_tuple_has_no_hash_where_its_items_are_too_deep)
{
    Object *one = hold(int_new(1));
    Object *tuple = hold(tuple_new(1, &one));
    size_t hash;
    EXPECT(object_hash(tuple, &hash));

    for (int i = 0; i < LIMIT; i++)
        recursion_enter("");
    EXPECT(!object_hash(tuple, &hash) && object_hash(one, &hash));

    for (int i = 0; i < LIMIT; i++)
        recursion_leave();
}

TEST(what_is_too_deep_cannot_be_shown)
{
    mem_fail_after(SIZE_MAX); // to draw it would take long
    Object *list = hold(list_new());
    for (int i = 0; i < LIMIT; i++) {
        Object *outer = hold(list_new());
        did(list_append(outer, list));
        list = outer;
    }

    show_to_nobody(list);
    EXPECT(error_occurred() == &recursion_error);
    EXPECT(levels_left() == LIMIT);
}

TEST(two_lists_that_hold_themselves_cannot_be_compared)
{
    Object *a = hold_knot(list_new(), list_clear);
    Object *b = hold_knot(list_new(), list_clear);
    did(list_append(a, a));
    did(list_append(b, b));

    EXPECT(object_matches(a, a));
    EXPECT(!object_equal(a, b));
    EXPECT(error_occurred() == &recursion_error);
    EXPECT(levels_left() == LIMIT);
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
