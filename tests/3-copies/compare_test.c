// compare_test.c: what chapter 3 claims of tuples that are equal, and others.
#include "check.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

TEST(tuples_are_equal_item_by_item)
{
    Object *items[] = { hold(int_new(1000)), hold(int_new(2000)) };
    Object *others[] = { hold(int_new(1000)), hold(int_new(3000)) };
    Object *tuple = hold(tuple_new(2, items));

    EXPECT(object_equal(tuple, hold(tuple_new(2, items))));
    EXPECT(!object_equal(tuple, hold(tuple_new(2, others))));
    EXPECT(!object_equal(tuple, hold(tuple_new(1, items))));
    EXPECT(!object_equal(hold(tuple_new(1, items)), tuple));
}

TEST(empty_containers_of_two_types_are_not_equal)
{
    Object *tuple = hold(tuple_new(0, NULL));
    Object *list = hold(list_new());
    Object *dict = hold(dict_new());
    Object *set = hold(set_new());

    EXPECT(!object_equal(tuple, list) && !object_equal(list, tuple));
    EXPECT(!object_equal(dict, set) && !object_equal(set, dict));
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

TEST(tuples_look_whether_items_are_the_same_before_they_ask)
{
    Object *item = hold(object_new(&stubborn));
    Object *a = hold(tuple_new(1, &item));
    Object *b = hold(tuple_new(1, &item));

    EXPECT(!object_equal(item, item));
    EXPECT(object_equal(a, b));
}

static Answer agree(Object *self, Object *other)
{
    (void)self, (void)other;
    return YES;
}

// A type whose objects are equal to everything.
static Type agreeable = {
    .object = OBJECT_HEAD(&type_type),
    .name = "agreeable",
    .size = sizeof(Object),
    .equal = agree,
};

TEST(what_a_str_or_a_container_does_not_know_is_asked_itself)
{
    Object *item = hold(object_new(&agreeable));

    EXPECT(object_equal(hold(str_new("spam")), item));
    EXPECT(object_equal(hold(tuple_new(1, &item)), item));
    EXPECT(object_equal(hold(dict_new()), item));
    EXPECT(object_equal(hold(set_new()), item));
}
