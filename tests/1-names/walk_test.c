// walk_test.c: what chapter 1 claims of drawings that follow references.
#include "check.h"
#include "memory/mem.h"
#include "show/show.h"
#include "types/int.h"
#include "types/list.h"

TEST(a_list_shows_an_arrow_for_each_item)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));
    did(list_append(list, hold(int_new(2))));
    did(scope_bind(names, "a", list));

    EXPECT_EQ(drawn(" -> \"int 1\" [slot=0]"), 1);
    EXPECT_EQ(drawn(" -> \"int 2\" [slot=1]"), 1);
}

TEST(an_object_met_within_another_is_shown_once_all_the_same)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(outer, inner));
    did(scope_bind(names, "a", outer));
    did(scope_bind(names, "b", inner));

    EXPECT_EQ(drawn("[type=list"), 2);
}

TEST(the_slots_of_each_list_are_counted_from_zero)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(outer, hold(int_new(0))));
    did(list_append(outer, inner));
    did(list_append(inner, hold(int_new(1))));
    did(scope_bind(names, "a", outer));

    EXPECT_EQ(drawn("-> \"int 1\" [slot=0]"), 1);
}

TEST(an_empty_list_has_no_value_and_no_arrow)
{
    did(scope_bind(names, "a", hold(list_new())));

    EXPECT_EQ(drawn("value="), 0);
    EXPECT_EQ(drawn(" -> "), 1);
}

TEST(slots_are_counted_on_after_a_list_within)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(inner, hold(int_new(7))));
    did(list_append(inner, hold(int_new(8))));
    did(list_append(outer, inner));
    did(list_append(outer, hold(int_new(1))));
    did(scope_bind(names, "a", outer));

    EXPECT_EQ(drawn("-> \"int 1\" [slot=1]"), 1);
}

TEST(an_arrow_begins_at_the_list_that_holds_the_item)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));
    did(scope_bind(names, "a", list));
    char arrow[64];
    snprintf(arrow, sizeof arrow, "\"list #%zu\" -> \"int 1\" [slot=0]",
             object_birth(list));

    EXPECT_EQ(drawn(arrow), 1);
}

// Put `depth` lists around one, and hold them all.
static Object *nested(int depth)
{
    Object *list = hold(list_new());
    for (int i = 0; i < depth; i++) {
        Object *outer = hold(list_new());
        did(list_append(outer, list));
        list = outer;
    }
    return list;
}

TEST(what_is_a_hundred_thousand_deep_is_refused_in_a_sentence)
{
    mem_fail_after(SIZE_MAX); // to draw them takes long
    EXPECT_EQ(drawn_of(nested(900), "type=list"), 901);

    Object *deep = nested(120000);
    FILE *nowhere = fopen("/dev/null", "w");
    EXPECT(nowhere != NULL);
    EXPECT_PANIC(show_object(nowhere, deep), "cannot be drawn");
    fclose(nowhere);
}
