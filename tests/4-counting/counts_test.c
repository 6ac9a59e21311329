// counts_test.c: what chapter 4 claims of who is counted, and when.
//
// Each test looks at an object that it holds: that is one reference.
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

TEST(a_name_counts_and_a_second_name_counts_again)
{
    Object *list = hold(list_new());

    did(scope_bind(names, "a", list));
    EXPECT(ref_count(list) == 2);

    did(scope_bind(names, "b", scope_lookup(names, "a")));
    EXPECT(ref_count(list) == 3);
}

TEST(a_name_that_is_deleted_counts_no_more)
{
    Object *list = hold(list_new());
    did(scope_bind(names, "a", list));
    did(scope_bind(names, "b", list));

    scope_unbind(names, "a");
    EXPECT(ref_count(list) == 2);

    scope_unbind(names, "b");
    EXPECT(ref_count(list) == 1);
}

TEST(a_name_that_is_rebound_counts_for_the_new_one)
{
    Object *old = hold(list_new());
    Object *list = hold(list_new());
    did(scope_bind(names, "a", old));

    did(scope_bind(names, "a", list));

    EXPECT(ref_count(old) == 1 && ref_count(list) == 2);
}

TEST(looking_a_name_up_counts_nothing)
{
    Object *list = hold(list_new());
    did(scope_bind(names, "a", list));

    scope_lookup(names, "a");

    EXPECT(ref_count(list) == 2);
}

TEST(an_item_that_is_in_a_list_twice_counts_twice)
{
    Object *list = hold(list_new());
    Object *item = hold(list_new());

    did(list_append(list, item));
    did(list_append(list, item));
    EXPECT(ref_count(item) == 3);

    list_clear(list);
    EXPECT(ref_count(item) == 1);
}

TEST(an_item_that_is_set_counts_in_place_of_the_old)
{
    Object *list = hold(list_new());
    Object *old = hold(int_new(1000));
    Object *item = hold(int_new(2000));
    did(list_append(list, old));

    list_set(list, 0, item);

    EXPECT(ref_count(old) == 1 && ref_count(item) == 2);
}

TEST(what_is_popped_brings_the_list_s_reference_along)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    Object *popped = hold(list_pop(list));

    EXPECT(object_is(popped, item) && list_length(list) == 0);
    EXPECT(ref_count(item) == 2);
}

TEST(nothing_can_be_popped_of_an_empty_list)
{
    Object *list = hold(list_new());

    EXPECT(list_pop(list) == NULL);
    EXPECT(list_length(list) == 0);
}

TEST(a_dict_counts_its_keys_and_its_values)
{
    Object *dict = hold(dict_new());
    Object *key = hold(str_new("spam"));
    Object *value = hold(list_new());

    did(dict_set(dict, key, value));
    EXPECT(ref_count(key) == 2 && ref_count(value) == 2);

    dict_delete(dict, key);
    EXPECT(ref_count(key) == 1 && ref_count(value) == 1);
}

TEST(an_equal_key_that_is_set_again_is_not_counted)
{
    Object *dict = hold(dict_new());
    Object *key = hold(int_new(1000));
    Object *equal = hold(int_new(1000));
    did(dict_set(dict, key, key));

    did(dict_set(dict, equal, equal));

    EXPECT(ref_count(key) == 2);   // a key, no value any more
    EXPECT(ref_count(equal) == 2); // a value, and no key
}

TEST(a_dict_that_is_cleared_counts_nobody)
{
    Object *dict = hold(dict_new());
    Object *key = hold(int_new(1000));
    did(dict_set(dict, key, key));
    EXPECT(ref_count(key) == 3);

    dict_clear(dict);

    EXPECT(ref_count(key) == 1);
}

TEST(a_set_counts_a_member_once)
{
    Object *set = hold(set_new());
    Object *item = hold(int_new(1000));

    did(set_add(set, item));
    did(set_add(set, item));

    EXPECT(ref_count(item) == 2);
}

TEST(a_tuple_counts_each_place_in_it)
{
    Object *item = hold(list_new());
    Object *items[] = { item, item };

    Object *tuple = hold(tuple_new(2, items));
    EXPECT(ref_count(item) == 3);

    hold(tuple_concat(tuple, tuple));
    EXPECT(ref_count(item) == 7);
}

TEST(what_shares_the_whole_of_a_tuple_counts_for_the_tuple)
{
    Object *item = hold(list_new());
    Object *tuple = hold(tuple_new(1, &item));
    Object *empty = hold(tuple_new(0, NULL));

    hold(tuple_slice(tuple, 0, 1));
    hold(tuple_concat(tuple, empty));
    hold(tuple_concat(empty, tuple));

    EXPECT(ref_count(tuple) == 4 && ref_count(item) == 2);
}

static size_t count_within;

static Object *count_parameter(Scope *locals)
{
    count_within = ref_count(scope_lookup(locals, "x"));
    return own(none());
}

TEST(a_parameter_counts_as_long_as_the_call_lasts)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, count_parameter };

    hold(scope_call(&f, &list, names));

    EXPECT(count_within == 2);
    EXPECT(ref_count(list) == 1);
}

TEST(a_copy_counts_the_items_that_it_shares)
{
    Object *list = hold(list_new());
    Object *item = hold(list_new());
    did(list_append(list, item));

    hold(copy_shallow(list));

    EXPECT(ref_count(list) == 1 && ref_count(item) == 3);
}

TEST(a_copy_of_a_dict_counts_keys_and_values_too)
{
    Object *dict = hold(dict_new());
    Object *key = hold(int_new(1000));
    did(dict_set(dict, key, key));

    hold(copy_shallow(dict));

    EXPECT(ref_count(dict) == 1 && ref_count(key) == 5);
}

TEST(what_is_its_own_copy_counts_one_more)
{
    Object *number = hold(int_new(1000));
    Object *tuple = hold(tuple_new(1, &number));

    hold(copy_shallow(tuple));
    hold(copy_deep(tuple));

    EXPECT(ref_count(tuple) == 3 && ref_count(number) == 2);
}

TEST(a_deep_copy_counts_only_what_cannot_change)
{
    Object *list = hold(list_new());
    Object *items[] = { hold(int_new(1000)), hold(list_new()) };
    did(list_append(list, items[0]));
    did(list_append(list, items[1]));

    hold(copy_deep(list));

    EXPECT(ref_count(items[0]) == 3 && ref_count(items[1]) == 2);
    EXPECT(ref_count(list) == 1);
}

TEST(what_is_shared_in_a_deep_copy_counts_there)
{
    Object *inner = hold(list_new());
    Object *tuple = hold(tuple_new(1, &inner));
    Object *items[] = { tuple, tuple };
    Object *outer = hold(tuple_new(2, items));

    Object *copy = hold(copy_deep(outer));

    EXPECT(ref_count(tuple_get(copy, 0)) == 2);
    EXPECT(ref_count(tuple_get(tuple_get(copy, 0), 0)) == 1);
}

TEST(comparing_counts_nothing_in_the_end)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));
    did(list_append(list, item));

    EXPECT(list_contains(list, item));
    EXPECT(object_equal(list, list) && ref_count(item) == 2);
}

TEST(two_who_intern_one_text_are_counted_both)
{
    Object *str = hold(str_intern("spam"));

    hold(str_intern("spam"));

    EXPECT(ref_count(str) == 2);
}

TEST(a_text_that_nobody_has_is_interned_no_more)
{
    Object *str = str_intern("spam");
    did(str != NULL);
    EXPECT(object_is(str_interned("spam"), str));

    decref(str);

    EXPECT(str_interned("spam") == NULL);
}

TEST(a_small_int_does_not_die)
{
    Object *one = hold(int_new(1));
    size_t count = ref_count(one);
    for (int i = 0; i < 10; i++)
        decref(int_new(1));

    EXPECT(ref_count(one) == count && int_value(one) == 1);
}

// From here on: a memo of the test's own, which would be lost where a
// call fails. So these tests let all requests for memory succeed.

TEST(a_memo_keeps_an_original_that_all_others_let_go_of)
{
    mem_fail_after(SIZE_MAX);
    Table memo = { .by_identity = true };
    Object *list = list_new();
    Object *copy = hold(copy_deep_with(list, &memo));

    decref(list);

    EXPECT(ref_count(list) == 1 && ref_count(copy) == 2);
    table_clear(&memo);
    EXPECT(ref_count(copy) == 1);
}

TEST(no_second_original_gets_the_copy_of_the_first)
{
    mem_fail_after(SIZE_MAX);
    Table memo = { .by_identity = true };
    Object *list = list_new();
    Object *copy = hold(copy_deep_with(list, &memo));
    decref(list);

    list = hold(list_new());
    Object *other = hold(copy_deep_with(list, &memo));

    EXPECT(!object_is(other, copy));
    table_clear(&memo);
}

TEST(python_counts_the_argument_of_its_question_too)
{
    Object *list = hold(list_new());
    did(scope_bind(names, "x", list));

    EXPECT(scope_refcount(names, "x") == ref_count(list) + 1);
    EXPECT(ref_count(list) == 2);
}
