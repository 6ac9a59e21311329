// set_test.c: what chapter 2 claims of sets.
#include "check.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"

TEST(a_set_contains_what_equals_a_member)
{
    Object *set = hold(set_new());
    EXPECT(set_length(set) == 0);

    did(set_add(set, hold(int_new(1000))));

    EXPECT(set_contains(set, hold(int_new(1000))));
    EXPECT(!set_contains(set, hold(int_new(2000))));
}

TEST(what_is_added_twice_is_a_member_once)
{
    Object *set = hold(set_new());
    did(set_add(set, hold(int_new(1))));

    did(set_add(set, hold(int_new(1))));
    did(set_add(set, bool_of(true)));

    EXPECT(set_length(set) == 1);
}

static void look(Object *child, void *context)
{
    *(Object **)context = child;
}

TEST(the_member_that_came_first_stays)
{
    Object *set = hold(set_new());
    Object *first = hold(int_new(1000));
    did(set_add(set, first));
    Object *member = NULL;

    did(set_add(set, hold(int_new(1000))));

    dict_visit(set, look, &member);
    EXPECT(object_is(member, first));
}

TEST(a_list_cannot_be_a_member)
{
    Object *set = hold(set_new());
    Object *list = hold(list_new());

    EXPECT(!set_add(set, list));
    EXPECT(error_occurred() == &type_error);
    error_clear();
    EXPECT(!set_contains(set, list) && set_length(set) == 0);
    EXPECT(error_occurred() == &type_error);
}

TEST(the_members_of_a_set_have_numbers)
{
    Object *set = hold(set_new());
    did(scope_bind(names, "a", set));
    did(set_add(set, hold(int_new(1))));
    did(set_add(set, none()));

    EXPECT_EQ(drawn(" -> \"int 1\" [slot=0];"), 1);
    EXPECT_EQ(drawn(" -> \"NoneType None\" [slot=1];"), 1);
}
