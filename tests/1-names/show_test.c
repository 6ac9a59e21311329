// show_test.c: what chapter 1 claims of the heap that draws itself.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "show/show.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

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

TEST(an_object_with_two_names_is_shown_once)
{
    did(scope_bind(names, "a", hold(list_new())));
    did(scope_bind(names, "b", scope_lookup(names, "a")));

    EXPECT(count("[type=list") == 1);
    EXPECT(count("\"names\" -> \"list #") == 2);
}

TEST(a_list_shows_an_arrow_for_each_item)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));
    did(list_append(list, none()));
    did(scope_bind(names, "a", list));

    EXPECT(count(" -> \"int 1\" [slot=0]") == 1);
    EXPECT(count(" -> \"NoneType None\" [slot=1]") == 1);
}

TEST(a_list_that_holds_itself_is_shown_once)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, list));
    did(scope_bind(names, "a", list));

    EXPECT(count("[type=list") == 1);
    EXPECT(count(" -> \"list #") == 2);
}

TEST(what_is_shared_by_all_goes_by_its_value)
{
    did(scope_bind(names, "a", hold(int_new(256))));
    did(scope_bind(names, "b", hold(int_new(257))));
    did(scope_bind(names, "c", bool_of(true)));

    EXPECT(count("\"int 256\" [type=int, value=\"256\"") == 1);
    EXPECT(count("[type=int, value=\"257\"") == 1);
    EXPECT(count("\"int 257\"") == 0);
    EXPECT(count("\"bool True\" [type=") == 1);
}

TEST(a_name_that_moves_moves_its_arrow_alone)
{
    did(scope_bind(names, "a", hold(int_new(1))));
    did(scope_bind(names, "b", hold(int_new(1))));

    did(scope_bind(names, "a", hold(int_new(2))));

    EXPECT(count("\"names\" -> \"int 2\" [slot=\"a\"]") == 1);
    EXPECT(count("\"names\" -> \"int 1\" [slot=\"b\"]") == 1);
}

TEST(an_object_met_within_another_is_shown_once_all_the_same)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(outer, inner));
    did(scope_bind(names, "a", outer));
    did(scope_bind(names, "b", inner));

    EXPECT(count("[type=list") == 2);
}

TEST(the_slots_of_each_list_are_counted_from_zero)
{
    Object *inner = hold(list_new());
    Object *outer = hold(list_new());
    did(list_append(outer, none()));
    did(list_append(outer, inner));
    did(list_append(inner, hold(int_new(1))));
    did(scope_bind(names, "a", outer));

    EXPECT(count("-> \"int 1\" [slot=0]") == 1);
}
