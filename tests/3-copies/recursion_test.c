// recursion_test.c: what chapter 3 claims of the limit of recursion.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "object/recursion.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
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

static Object *call_again(Scope *locals)
{
    Object *(*call)(const Function *function, Object *const *arguments,
                    const Scope *caller) = scope_call;
    Function again = { "again", { NULL }, call_again };
    return call(&again, NULL, locals);
}

TEST(a_function_that_calls_itself_for_ever_is_refused)
{
    mem_fail_after(SIZE_MAX);

    EXPECT(call_again(names) == NULL);
    EXPECT(error_occurred() == &recursion_error);
    EXPECT(levels_left() == LIMIT);
}

// Types whose objects hold themselves, and have no word for that.

static bool show_itself(FILE *out, Object *self)
{
    return object_show(out, self);
}

static bool print_itself(FILE *out, Object *self)
{
    return out != NULL && object_print(self);
}

static Answer compare_itself(Object *self, Object *other)
{
    return object_equal(self, other) ? YES : NO;
}

static bool hash_itself(Object *self, size_t *hash)
{
    return object_hash(self, hash);
}

static Object *copy_itself(Object *self, Table *memo)
{
    Object *(*copy)(Object *self, Table *memo) = copy_deep_with;
    return copy(self, memo);
}

static void visit_itself(Object *self, Visit visit, void *context)
{
    visit(self, context);
}

static Type endless = {
    .object = OBJECT_HEAD(&type_type),
    .name = "endless",
    .size = sizeof(Object),
    .show = show_itself,
    .print = print_itself,
    .visit = visit_itself,
    .equal = compare_itself,
    .hash = hash_itself,
    .deep_copy = copy_itself,
};

static bool was_too_deep(bool has_succeeded)
{
    bool is_it = !has_succeeded && error_occurred() == &recursion_error;
    is_it = is_it && levels_left() == LIMIT;
    error_clear();
    return is_it;
}

TEST(what_holds_itself_is_too_deep_whatever_is_asked_of_it)
{
    Object *a = hold(object_new(&endless));
    Object *b = hold(object_new(&endless));
    size_t hash;

    show_to_nobody(a);
    EXPECT(was_too_deep(false));
    EXPECT(was_too_deep(object_print(a)));
    EXPECT(was_too_deep(object_equal(a, b)));
    EXPECT(was_too_deep(object_hash(a, &hash)));
    mem_fail_after(SIZE_MAX);
    EXPECT(was_too_deep(!refuses(copy_deep, a)));
}

// Without a visit nobody can know that it holds something.
TEST(what_hides_that_it_holds_itself_is_too_deep_to_be_hashed)
{
    static Type hidden;
    hidden = endless;
    hidden.visit = NULL;
    size_t hash;

    EXPECT(was_too_deep(object_hash(hold(object_new(&hidden)), &hash)));
}

// Put `depth` rows around `inner`, each by `wrap`, and hold them all.
static Object *wrapped(Object *inner, int depth,
                       Object *(*wrap)(Object *item))
{
    for (int i = 0; i < depth; i++)
        inner = wrap(inner);
    return inner;
}

static Object *in_list(Object *item)
{
    Object *list = hold(list_new());
    did(list_append(list, item));
    return list;
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

TEST(no_container_is_too_deep_for_a_sentence)
{
    mem_fail_after(SIZE_MAX); // to draw them all takes long
    Object *(*wraps[])(Object *item) = { in_list, in_tuple, in_dict };
    for (int i = 0; i < 3; i++) {
        Object *list = hold(list_new());
        Object *a = wrapped(list, 2 * LIMIT, wraps[i]);
        Object *b = wrapped(list, 2 * LIMIT - 1, wraps[i]);
        b = wraps[i](b);

        show_to_nobody(a);
        EXPECT(was_too_deep(false));
        EXPECT(was_too_deep(object_equal(a, b)));
        EXPECT(was_too_deep(list_contains(in_list(a), b)));
        EXPECT(list_length(hold(copy_shallow(in_list(a)))) == 1);
    }
}

TEST(a_tuple_of_two_thousand_levels_has_no_hash_and_is_no_key)
{
    mem_fail_after(SIZE_MAX);
    Object *deep = wrapped(none(), 2 * LIMIT, in_tuple);
    Object *dict = hold(dict_new());
    size_t hash;

    EXPECT(was_too_deep(object_hash(deep, &hash)));
    EXPECT(was_too_deep(dict_set(dict, deep, none())));
    EXPECT(was_too_deep(dict_get(dict, deep) != NULL));
    EXPECT(dict_length(dict) == 0);
    EXPECT(object_hash(wrapped(none(), 900, in_tuple), &hash));
}

static Answer fail(Object *self, Object *other)
{
    (void)self, (void)other;
    error_set(&type_error, "no answer");
    return YES;
}

static Type unable = {
    .object = OBJECT_HEAD(&type_type),
    .name = "unable",
    .size = sizeof(Object),
    .equal = fail,
};

TEST(an_item_that_fails_ends_the_search_of_a_list)
{
    Object *list = in_list(hold(object_new(&unable)));
    Object *wanted = hold(int_new(1000));
    did(list_append(list, wanted));

    EXPECT(!list_contains(list, wanted));
    EXPECT(error_occurred() == &type_error);
}
