// hash_test.c: what chapter 3 claims of the hashes of tuples.
#include "check.h"
#include "types/int.h"
#include "types/list.h"
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

TEST(equal_tuples_have_equal_hashes)
{
    Object *one = hold(int_new(1));
    Object *a = hold(tuple_new(1, &one));
    one = bool_of(true);
    Object *b = hold(tuple_new(1, &one));

    EXPECT(object_equal(a, b) && hash_alike(a, b));
}

TEST(a_tuple_has_a_hash_if_all_its_items_do)
{
    Object *items[] = { hold(str_new("spam")), hold(list_new()) };
    Object *inner = hold(tuple_new(2, items));

    EXPECT(has_hash(hold(tuple_new(1, items))));
    EXPECT(!has_hash(inner));
    EXPECT(!has_hash(hold(tuple_new(1, &inner))));
}
