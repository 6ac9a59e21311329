// reentrant_test.c: what chapter 2 claims of keys that change the table
// in which they are asked.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

// What a hostile object does when it is asked, and what it answers.
static void (*deed)(void);
static Answer answer;
static Object *d, *e;
static int naskings;

static Answer do_and_answer(Object *self, Object *other)
{
    (void)self, (void)other;
    naskings++;
    if (deed != NULL)
        deed();
    return answer;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = 1;
    return self != NULL;
}

static Type hostile = {
    .object = OBJECT_HEAD(&type_type),
    .name = "hostile",
    .size = sizeof(Object),
    .equal = do_and_answer,
    .hash = hash,
};

static void begin(Answer to_be)
{
    deed = NULL;
    answer = to_be;
    d = hold(dict_new());
    did(dict_set(d, hold(object_new(&hostile)), none()));
}

static void clear(void)
{
    dict_clear(d);
}

TEST(a_key_that_clears_the_dict_is_not_found)
{
    begin(YES);
    Object *other = hold(object_new(&hostile));
    deed = clear;

    EXPECT(dict_get(d, other) == NULL);
    EXPECT(error_occurred() == NULL && dict_length(d) == 0);
}

TEST(a_key_that_clears_the_dict_cannot_be_deleted)
{
    begin(YES);
    Object *other = hold(object_new(&hostile));
    deed = clear;

    EXPECT(!dict_delete(d, other));
    EXPECT(error_occurred() == NULL && dict_length(d) == 0);
}

// Nothing must fail here: it would when the old keys are gone.
TEST(a_key_set_where_another_clears_the_dict_is_new)
{
    mem_fail_after(SIZE_MAX);
    begin(YES);
    Object *other = hold(object_new(&hostile));
    deed = clear;

    EXPECT(dict_set(d, other, none()));
    deed = NULL;
    EXPECT(dict_length(d) == 1);
    EXPECT(object_is(dict_get(d, other), none()));
}

static bool has_grown;

static void grow(void)
{
    if (has_grown)
        return;
    has_grown = true;
    for (int i = 100; i < 200; i++)
        dict_set(d, hold(int_new(i)), none());
}

TEST(a_value_is_set_once_though_the_dict_grows_meanwhile)
{
    mem_fail_after(SIZE_MAX);
    begin(YES);
    Object *other = hold(object_new(&hostile)), *value = hold(int_new(1000));
    has_grown = false;
    deed = grow;

    EXPECT(dict_set(d, other, value));

    EXPECT(dict_length(d) == 101);
    EXPECT(object_is(dict_get(d, other), value));
}

static void clear_both(void)
{
    dict_clear(d);
    dict_clear(e);
}

TEST(dicts_that_are_cleared_while_their_values_are_compared_are_equal)
{
    begin(YES);
    dict_clear(d);
    e = hold(dict_new());
    Object *one = hold(int_new(1)), *two = hold(int_new(2));
    did(dict_set(d, one, hold(object_new(&hostile))));
    did(dict_set(d, two, none()));
    did(dict_set(e, one, hold(object_new(&hostile))));
    did(dict_set(e, two, one));
    deed = clear_both;

    EXPECT(object_equal(d, e));
}

TEST(dicts_that_are_cleared_while_their_keys_are_compared_are_not_equal)
{
    begin(YES);
    e = hold(dict_new());
    did(dict_set(e, hold(object_new(&hostile)), none()));
    deed = clear_both;

    EXPECT(!object_equal(d, e) && error_occurred() == NULL);
}

static void fail(void)
{
    error_set(&runtime_error, "no answer");
}

TEST(a_key_that_fails_is_neither_found_nor_missing)
{
    begin(NO);
    Object *other = hold(object_new(&hostile));
    deed = fail;

    EXPECT(dict_get(d, other) == NULL);
    EXPECT(error_occurred() == &runtime_error);
    error_clear();
    EXPECT(!dict_set(d, other, none()));
    EXPECT(error_occurred() == &runtime_error);
    error_clear();
    EXPECT(!dict_delete(d, other));
    EXPECT(error_occurred() == &runtime_error);
    error_clear();
    EXPECT(dict_length(d) == 1);
}

TEST(an_item_that_fails_ends_the_search_for_the_one_after_it)
{
    begin(YES);
    Object *list = hold(list_new());
    did(list_append(list, hold(object_new(&hostile))));
    did(list_append(list, none()));
    deed = fail;

    EXPECT(!list_contains(list, none()));
    EXPECT(error_occurred() == &runtime_error);
}

TEST(whoever_fails_is_not_equal_whatever_he_answers)
{
    begin(YES);
    Object *one = hold(object_new(&hostile));
    deed = fail;

    EXPECT(!object_equal(one, hold(object_new(&hostile))));
    EXPECT(error_occurred() == &runtime_error);
    error_clear();
    answer = CANNOT_TELL;
    EXPECT(!object_equal(one, one));
}

TEST(the_first_key_that_fails_ends_the_search)
{
    begin(NO);
    did(dict_set(d, hold(object_new(&hostile)), none()));
    Object *other = hold(object_new(&hostile));
    naskings = 0;
    deed = fail;

    EXPECT(dict_get(d, other) == NULL && naskings == 1);
}

TEST(keys_of_one_hash_that_are_not_equal_are_two)
{
    begin(NO);

    did(dict_set(d, hold(object_new(&hostile)), none()));

    EXPECT_EQ(dict_length(d), 2);
}

TEST(a_key_is_not_asked_whether_it_is_itself)
{
    begin(NO);
    Object *key = hold(object_new(&hostile));
    did(dict_set(d, key, bool_of(true)));

    EXPECT(object_is(dict_get(d, key), bool_of(true)));
}

static Object *to_delete;

static void delete_it(void)
{
    dict_delete(d, to_delete);
}

TEST(a_key_that_is_deleted_while_it_is_asked_has_no_new_value)
{
    begin(YES);
    dict_clear(d);
    to_delete = hold(object_new(&hostile));
    did(dict_set(d, to_delete, none()));
    Object *other = hold(object_new(&hostile));
    deed = delete_it;

    did(dict_set(d, other, bool_of(true)));

    EXPECT(dict_length(d) == 1 && dict_get(d, other) != NULL);
}

static bool show_and_clear(FILE *out, Object *self)
{
    dict_clear(d);
    return fprintf(out, "%s", self->type->name) > 0;
}

static Type shy = {
    .object = OBJECT_HEAD(&type_type),
    .name = "shy",
    .size = sizeof(Object),
    .show = show_and_clear,
};

TEST(a_dict_that_is_cleared_while_it_is_shown_shows_what_it_had)
{
    begin(YES);
    dict_clear(d);
    did(dict_set(d, hold(object_new(&shy)), hold(int_new(1000))));
    did(dict_set(d, hold(int_new(2)), none()));
    char text[32] = "";
    FILE *out = fmemopen(text, sizeof text, "w");
    EXPECT(object_show(out, d));
    fclose(out);

    EXPECT_EQ(text, "{shy: 1000}");
    EXPECT_EQ(dict_length(d), 0);
}
