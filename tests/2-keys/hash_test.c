// hash_test.c: what chapter 2 claims of hashes.
#include "check.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"

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

TEST(equal_strs_have_equal_hashes)
{
    Object *str = hold(str_new("spam"));

    EXPECT(hash_alike(str, hold(str_new("spam"))));
    EXPECT(!hash_alike(str, hold(str_new("eggs"))));
}

TEST(a_list_has_no_hash_and_that_is_a_type_error)
{
    EXPECT(!has_hash(hold(list_new())));
    EXPECT(error_occurred() == &type_error);
}

TEST(what_equals_only_itself_is_hashed_by_identity)
{
    Object *a = hold(object_new(&lone));
    Object *b = hold(object_new(&lone));

    EXPECT(hash_alike(a, a) && hash_alike(none(), none()));
    EXPECT(!hash_alike(a, b));
}
