// compare_test.c: what chapter 2 claims of containers that are equal.
#include "check.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/set.h"
#include "types/singleton.h"

static void set_two(Object *dict, int64_t first, int64_t second)
{
    Object *key = hold(int_new(first));
    did(dict_set(dict, key, hold(int_new(first + 1))));
    key = hold(int_new(second));
    did(dict_set(dict, key, hold(int_new(second + 1))));
}

TEST(dicts_are_equal_in_whatever_order_their_keys_came)
{
    Object *a = hold(dict_new());
    Object *b = hold(dict_new());
    set_two(a, 1000, 2000);
    set_two(b, 2000, 1000);

    EXPECT(object_equal(a, b));
}

TEST(dicts_of_other_keys_or_other_values_are_not_equal)
{
    Object *a = hold(dict_new());
    Object *b = hold(dict_new());
    set_two(a, 1000, 2000);
    set_two(b, 1000, 3000);
    EXPECT(!object_equal(a, b));

    Object *key = hold(int_new(2000));
    did(dict_set(b, key, none()));
    dict_delete(b, hold(int_new(3000)));

    EXPECT(!object_equal(a, b) && !object_equal(b, a));
}

TEST(a_dict_is_not_equal_to_one_with_more_in_it)
{
    Object *a = hold(dict_new());
    Object *b = hold(dict_new());
    set_two(a, 1000, 2000);
    set_two(b, 1000, 2000);

    did(dict_set(b, none(), none()));

    EXPECT(!object_equal(a, b) && !object_equal(b, a));
}

TEST(sets_are_equal_if_they_have_the_same_members)
{
    Object *a = hold(set_new());
    Object *b = hold(set_new());
    did(set_add(a, hold(int_new(1000))));
    did(set_add(a, none()));
    did(set_add(b, none()));
    EXPECT(!object_equal(a, b));

    did(set_add(b, hold(int_new(1000))));

    EXPECT(object_equal(a, b));
}

static Answer refuse(Object *self, Object *other)
{
    (void)self, (void)other;
    return NO;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = 0;
    return self != NULL;
}

// A type whose objects are equal to nothing, not even to themselves.
static Type stubborn = {
    .object = OBJECT_HEAD(&type_type),
    .name = "stubborn",
    .size = sizeof(Object),
    .equal = refuse,
    .hash = hash,
};

TEST(dicts_look_whether_values_are_the_same_before_they_ask)
{
    Object *item = hold(object_new(&stubborn));
    Object *a = hold(dict_new());
    Object *b = hold(dict_new());
    did(dict_set(a, none(), item));
    did(dict_set(b, none(), item));

    EXPECT(object_equal(a, b));
}

TEST(a_set_is_not_equal_to_a_dict_though_both_be_empty)
{
    Object *set = hold(set_new());
    Object *dict = hold(dict_new());

    EXPECT(!object_equal(set, dict) && !object_equal(dict, set));
}

static Answer agree(Object *self, Object *other)
{
    (void)self, (void)other;
    return YES;
}

TEST(dicts_and_sets_let_another_type_answer)
{
    static Type yielding;
    yielding = stubborn;
    yielding.equal = agree;
    Object *other = hold(object_new(&yielding));

    EXPECT(object_equal(hold(dict_new()), other));
    EXPECT(object_equal(hold(set_new()), other));
}

TEST(what_is_derived_from_a_dict_is_compared_as_one)
{
    static Type derived;
    derived = dict_type;
    derived.base = &dict_type;
    Object *a = hold(dict_new());
    Object *b = hold(object_new(&derived));
    EXPECT(object_equal(a, b) && object_equal(b, a));

    did(dict_set(b, none(), none()));

    EXPECT(!object_equal(a, b) && !object_equal(b, a));
}

TEST(dicts_and_sets_have_no_hash)
{
    size_t hash;
    EXPECT(!object_hash(hold(dict_new()), &hash));
    EXPECT(error_occurred() == &type_error);
    error_clear();
    EXPECT(!object_hash(hold(set_new()), &hash));
    EXPECT(error_occurred() == &type_error);
}
