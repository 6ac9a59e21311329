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

TEST(a_str_keeps_its_hash_where_its_type_says)
{
    Object *str = hold(str_new("spam"));
    size_t hash = 0;
    did(object_hash(str, &hash));

    EXPECT(str_type.hashed != 0);
    EXPECT_EQ(*(size_t *)((uintptr_t)str + str_type.hashed), hash);
}

TEST(an_int_and_a_bool_keep_their_hash_where_their_types_say)
{
    Object *number = hold(int_new(1000)), *truth = bool_of(true);
    size_t hash = 0;
    did(object_hash(number, &hash));

    EXPECT(int_type.hashed != 0 && bool_type.hashed != 0);
    EXPECT_EQ(*(size_t *)((uintptr_t)number + int_type.hashed), hash);
    EXPECT_EQ(*(size_t *)((uintptr_t)truth + bool_type.hashed), 1);
}

// An object that keeps its hash once it has been asked for it.
typedef struct Keeper {
    Object object;
    size_t hash;
    size_t naskings;
} Keeper;

static bool keep_hash(Object *self, size_t *hash)
{
    Keeper *keeper = (Keeper *)self;
    keeper->naskings++;
    *hash = keeper->hash = 1000;
    return true;
}

static Type keeper_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "keeper",
    .size = sizeof(Keeper),
    .hash = keep_hash,
    .hashed = offsetof(Keeper, hash),
};

TEST(what_keeps_its_hash_is_asked_for_it_once)
{
    Object *keeper = hold(object_new(&keeper_type));
    size_t first = 0, second = 0;

    EXPECT(object_hash(keeper, &first) && object_hash(keeper, &second));

    EXPECT(first == 1000 && second == 1000);
    EXPECT_EQ(((Keeper *)keeper)->naskings, 1);
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
