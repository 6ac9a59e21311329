// hash_test.c: what chapter 3 claims of hashes.
#include "check.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

static bool has_hash(Object *self)
{
    size_t hash;
    return object_hash(self, &hash);
}

static bool hash_alike(Object *a, Object *b)
{
    size_t of_a, of_b;
    return object_hash(a, &of_a) && object_hash(b, &of_b)
           && of_a == of_b;
}

// A type whose objects are equal to nothing but themselves.
static Type lone = {
    .object = OBJECT_HEAD(&type_type),
    .name = "lone",
    .size = sizeof(Object),
};

TEST(equal_ints_have_equal_hashes_and_true_has_that_of_one)
{
    Object *a = hold(int_new(-1000));
    Object *b = hold(int_new(-1000));

    EXPECT(hash_alike(a, b));
    EXPECT(hash_alike(bool_of(true), hold(int_new(1))));
    EXPECT(hash_alike(bool_of(false), hold(int_new(0))));
}

TEST(equal_strs_have_equal_hashes_however_they_were_made)
{
    Object *made = hold(str_new("spam"));
    Object *interned = hold(str_intern("spam"));

    EXPECT(hash_alike(made, interned));
    EXPECT(!hash_alike(made, hold(str_new("eggs"))));
}

TEST(equal_tuples_have_equal_hashes)
{
    Object *one = hold(int_new(1));
    Object *a = hold(tuple_new(1, &one));
    one = bool_of(true);
    Object *b = hold(tuple_new(1, &one));

    EXPECT(object_equal(a, b) && hash_alike(a, b));
}

TEST(lists_and_dicts_and_sets_have_no_hash)
{
    EXPECT(!has_hash(hold(list_new())));
    EXPECT(!has_hash(hold(dict_new())));
    EXPECT(!has_hash(hold(set_new())));
}

TEST(a_tuple_has_a_hash_if_all_its_items_do)
{
    Object *items[] = { hold(str_new("spam")), hold(list_new()) };
    Object *inner = hold(tuple_new(2, items));

    EXPECT(has_hash(hold(tuple_new(1, items))));
    EXPECT(!has_hash(inner));
    EXPECT(!has_hash(hold(tuple_new(1, &inner))));
}

TEST(what_equals_only_itself_is_hashed_by_identity)
{
    Object *a = hold(object_new(&lone));
    Object *b = hold(object_new(&lone));

    EXPECT(hash_alike(a, a) && hash_alike(none(), none()));
    EXPECT(!hash_alike(a, b));
}
