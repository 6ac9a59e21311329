// dict_test.c: what chapter 2 claims of dicts.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"

TEST(a_dict_has_the_value_itself)
{
    Object *dict = hold(dict_new());
    Object *value = hold(list_new());
    EXPECT(dict_length(dict) == 0);

    did(dict_set(dict, hold(str_new("spam")), value));

    EXPECT(dict_length(dict) == 1);
    EXPECT(object_is(dict_get(dict, hold(str_new("spam"))), value));
    EXPECT(dict_get(dict, hold(str_new("eggs"))) == NULL);
}

TEST(a_value_that_is_none_is_not_a_missing_one)
{
    Object *dict = hold(dict_new());

    did(dict_set(dict, none(), none()));

    EXPECT(object_is(dict_get(dict, none()), none()));
}

TEST(true_and_one_are_one_key)
{
    Object *dict = hold(dict_new());
    Object *one = hold(int_new(1));
    did(dict_set(dict, one, none()));

    did(dict_set(dict, bool_of(true), one));

    EXPECT(dict_length(dict) == 1);
    EXPECT(object_is(dict_get(dict, one), one));
}

TEST(a_list_cannot_be_a_key_and_to_try_takes_no_memory)
{
    Object *dict = hold(dict_new());
    Object *list = hold(list_new());
    size_t live = mem_live_bytes();

    EXPECT(!dict_set(dict, list, none()));
    EXPECT(dict_get(dict, list) == NULL && !dict_delete(dict, list));
    EXPECT(dict_length(dict) == 0 && mem_live_bytes() == live);
}

TEST(a_key_can_be_taken_out_of_a_dict_once)
{
    Object *dict = hold(dict_new());
    Object *key = hold(str_new("spam"));
    did(dict_set(dict, key, none()));

    EXPECT(dict_delete(dict, key));
    EXPECT(dict_length(dict) == 0 && dict_get(dict, key) == NULL);
    EXPECT(!dict_delete(dict, key));
}

TEST(a_cleared_dict_is_empty_and_can_be_filled_again)
{
    Object *dict = hold(dict_new());
    Object *key = hold(str_new("spam"));
    did(dict_set(dict, key, none()));

    dict_clear(dict);
    EXPECT(dict_length(dict) == 0 && dict_get(dict, key) == NULL);

    did(dict_set(dict, key, key));
    EXPECT(object_is(dict_get(dict, key), key));
}

TEST(a_dict_can_hold_itself)
{
    Object *dict = hold_knot(dict_new(), dict_clear);
    Object *key = hold(str_new("me"));

    did(dict_set(dict, key, dict));

    EXPECT(object_is(dict_get(dict_get(dict, key), key), dict));
}

static void add(Object *child, void *context)
{
    *(int64_t *)context += int_value(child);
}

TEST(a_dict_holds_each_key_and_each_value)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, hold(int_new(1000)), hold(int_new(2000))));
    did(dict_set(dict, hold(int_new(3)), hold(int_new(4))));
    int64_t sum = 0;

    dict_visit(dict, add, &sum);

    EXPECT_EQ(sum, 3007);
}

TEST(what_has_no_hash_is_no_key_to_be_found)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, none(), none()));
    Object *list = hold(list_new());

    EXPECT(dict_get(dict, list) == NULL);
    EXPECT(error_occurred() == &type_error);
    error_clear();
    EXPECT(!dict_delete(dict, list));
    EXPECT(error_occurred() == &type_error);
    error_clear();
    EXPECT(dict_get(dict, bool_of(true)) == NULL);
    EXPECT(error_occurred() == NULL);
}

TEST(what_no_memory_was_found_for_is_no_key_and_no_value)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, none(), none()));

    EXPECT(!dict_set(dict, NULL, none()));
    EXPECT(!dict_set(dict, bool_of(true), NULL));
    EXPECT(!dict_set(dict, none(), NULL));
    EXPECT(dict_length(dict) == 1 && dict_get(dict, none()) == none());
}

TEST(a_dict_shows_its_pairs_with_colons_and_commas)
{
    Object *dict = hold(dict_new());
    did(dict_set(dict, hold(int_new(1)), none()));
    did(dict_set(dict, hold(int_new(2)), hold(int_new(3))));
    char text[32] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    EXPECT(object_show(out, dict));
    fclose(out);

    EXPECT_EQ(text, "{1: None, 2: 3}");
}
