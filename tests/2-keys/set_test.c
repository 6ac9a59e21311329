// set_test.c: what chapter 2 claims of sets.
#define _POSIX_C_SOURCE 200809L
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

TEST(what_no_memory_was_found_for_is_no_member)
{
    Object *set = hold(set_new());

    EXPECT(!set_add(set, NULL) && set_length(set) == 0);
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

static Object *held;

static bool show_and_clear(FILE *out, Object *self)
{
    table_clear(&((Dict *)held)->table);
    return fputs(self->type->name, out) != EOF;
}

static Type shy = {
    .object = OBJECT_HEAD(&type_type),
    .name = "shy",
    .size = sizeof(Object),
    .show = show_and_clear,
};

TEST(a_set_that_is_cleared_while_it_is_drawn_has_no_more_arrows)
{
    held = hold(set_new());
    did(set_add(held, hold(object_new(&shy))));
    did(set_add(held, none()));

    EXPECT_EQ(drawn_of(held, "[slot="), 1);
    EXPECT_EQ(set_length(held), 0);
}

TEST(an_empty_set_is_not_shown_as_a_dict)
{
    char text[16] = "";
    Object *set = hold(set_new());
    FILE *out = fmemopen(text, sizeof text, "w");
    EXPECT(object_show(out, set));
    fclose(out);

    EXPECT_EQ(text, "set()");
}
