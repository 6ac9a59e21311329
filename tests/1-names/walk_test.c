// walk_test.c: what chapter 1 claims of drawings that follow references.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "show/show.h"
#include "types/int.h"
#include "types/list.h"

#include <stdlib.h>
#include <string.h>

// How often `part` stands in what show_scope writes of `names`.
static int count(const char *part)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    show_scope(out, names);
    fclose(out);
    int found = 0;
    for (char *at = text; (at = strstr(at, part)) != NULL; at++)
        found++;
    free(text);
    return found;
}

TEST(a_list_shows_an_arrow_for_each_item)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));
    did(list_append(list, hold(int_new(2))));
    did(scope_bind(names, "a", list));

    EXPECT_EQ(count(" -> \"int 1\" [slot=0]"), 1);
    EXPECT_EQ(count(" -> \"int 2\" [slot=1]"), 1);
}

TEST(an_object_met_within_another_is_shown_once_all_the_same)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(outer, inner));
    did(scope_bind(names, "a", outer));
    did(scope_bind(names, "b", inner));

    EXPECT_EQ(count("[type=list"), 2);
}

TEST(the_slots_of_each_list_are_counted_from_zero)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(outer, hold(int_new(0))));
    did(list_append(outer, inner));
    did(list_append(inner, hold(int_new(1))));
    did(scope_bind(names, "a", outer));

    EXPECT_EQ(count("-> \"int 1\" [slot=0]"), 1);
}

TEST(an_empty_list_has_no_value_and_no_arrow)
{
    did(scope_bind(names, "a", hold(list_new())));

    EXPECT_EQ(count("value="), 0);
    EXPECT_EQ(count(" -> "), 1);
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

    EXPECT_EQ(count("-> \"int 1\" [slot=1]"), 1);
}

TEST(an_arrow_begins_at_the_list_that_holds_the_item)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));
    did(scope_bind(names, "a", list));
    char arrow[64];
    snprintf(arrow, sizeof arrow, "\"list #%zu\" -> \"int 1\" [slot=0]",
             object_birth(list));

    EXPECT_EQ(count(arrow), 1);
}
