// unbind_test.c: what chapter 4 claims of names that are deleted.
#include "check.h"
#include "types/int.h"
#include "types/singleton.h"

#include <string.h>

static bool stand_in_order(const char *wanted)
{
    char order[8] = "";
    for (size_t i = 0; i < names->length; i++)
        strcat(order, names->bindings[i].name);
    return strcmp(order, wanted) == 0;
}

TEST(a_name_that_is_deleted_means_nothing)
{
    did(scope_bind(names, "a", none()));

    EXPECT(scope_unbind(names, "a"));

    EXPECT(scope_lookup(names, "a") == NULL);
}

TEST(a_name_that_is_not_bound_cannot_be_deleted)
{
    did(scope_bind(names, "a", none()));

    EXPECT(!scope_unbind(names, "b"));

    EXPECT(object_is(scope_lookup(names, "a"), none()));
}

TEST(a_name_can_be_deleted_once)
{
    did(scope_bind(names, "a", none()));
    EXPECT(scope_unbind(names, "a"));

    EXPECT(!scope_unbind(names, "a"));
}

TEST(deleting_a_name_leaves_the_object_to_its_other_names)
{
    Object *value = hold(int_new(1000));
    did(scope_bind(names, "a", value));
    did(scope_bind(names, "b", value));

    EXPECT(scope_unbind(names, "a"));

    EXPECT(object_is(scope_lookup(names, "b"), value));
    EXPECT(int_value(value) == 1000);
}

TEST(names_keep_their_order_when_one_of_them_goes)
{
    did(scope_bind(names, "a", none()));
    did(scope_bind(names, "b", none()));
    did(scope_bind(names, "c", none()));

    EXPECT(scope_unbind(names, "a"));

    EXPECT(stand_in_order("bc"));
}

TEST(a_name_that_comes_back_stands_at_the_end)
{
    did(scope_bind(names, "a", none()));
    did(scope_bind(names, "b", none()));
    EXPECT(scope_unbind(names, "a"));

    did(scope_bind(names, "a", none()));

    EXPECT(stand_in_order("ba"));
}
