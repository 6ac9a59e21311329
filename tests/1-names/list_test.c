// list_test.c: what chapter 1 claims of lists.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "types/int.h"
#include "types/list.h"

TEST(a_new_list_is_empty)
{
    EXPECT_EQ(list_length(hold(list_new())), 0);
}

TEST(a_list_holds_the_item_itself)
{
    Object *list = hold(list_new());
    Object *item = hold(int_new(1000));

    did(list_append(list, item));

    EXPECT_EQ(list_length(list), 1);
    EXPECT_EQ(list_get(list, 0), item);
}

TEST(appending_through_one_name_shows_through_the_other)
{
    did(scope_bind(names, "l1", hold(list_new())));
    did(scope_bind(names, "l2", scope_lookup(names, "l1")));

    did(list_append(scope_lookup(names, "l1"), hold(int_new(4))));

    EXPECT_EQ(list_length(scope_lookup(names, "l2")), 1);
}

TEST(appending_to_one_list_leaves_another_alone)
{
    Object *a = hold(list_new());
    Object *b = hold(list_new());

    did(list_append(a, hold(int_new(4))));

    EXPECT_EQ(list_length(b), 0);
}

TEST(a_list_grows_past_its_first_room)
{
    Object *list = hold(list_new());
    for (int i = 0; i < 100; i++)
        did(list_append(list, hold(int_new(1000 + i))));

    EXPECT_EQ(list_length(list), 100);
    EXPECT_EQ(int_value(list_get(list, 0)), 1000);
    EXPECT_EQ(int_value(list_get(list, 99)), 1099);
}

TEST(a_list_can_hold_one_item_twice)
{
    Object *grid = hold(list_new());
    Object *row = hold(list_new());
    did(list_append(grid, row));
    did(list_append(grid, row));

    did(list_append(list_get(grid, 0), hold(int_new(1))));

    EXPECT_EQ(list_length(list_get(grid, 1)), 1);
}

TEST(a_list_makes_more_room_than_it_needs)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));

    mem_fail_after(0);
    EXPECT(list_append(list, list_get(list, 0)));
    mem_fail_after(SIZE_MAX);
}

TEST(an_index_past_the_end_ends_the_program)
{
    Object *list = hold(list_new());
    EXPECT_PANIC(list_get(list, 0),
                 "list index 0 is past the end: the length is 0");

    did(list_append(list, hold(int_new(1))));
    EXPECT_PANIC(list_get(list, 1), "list index 1 is past the end");
}

static bool refuse(FILE *out, Object *self)
{
    (void)out, (void)self;
    return false;
}

static Type shy = {
    .object = OBJECT_HEAD(&type_type),
    .name = "shy",
    .size = sizeof(Object),
    .show = refuse,
};

TEST(a_list_is_not_shown_if_an_item_cannot_be)
{
    FILE *out = tmpfile();
    Object *list = hold(list_new());
    EXPECT(object_show(out, list));

    did(list_append(list, hold(object_new(&shy))));

    EXPECT(!object_show(out, list));
    fclose(out);
}

TEST(a_list_grows_by_about_an_eighth)
{
    static const size_t rooms[] = { 4, 8, 16, 24, 32, 40, 52 };
    Object *list = hold(list_new());
    Object *one = hold(int_new(1));
    size_t empty = mem_live_bytes(), n = 0;
    for (int i = 0; i < 7; i++)
        while (n < rooms[i]) {
            did(list_append(list, one));
            n++;
            EXPECT_EQ(mem_live_bytes() - empty,
                      rooms[i] * sizeof(Object *));
        }
}

TEST(what_was_never_made_is_not_appended)
{
    Object *list = hold(list_new());

    EXPECT(!list_append(list, NULL));
    EXPECT_EQ(list_length(list), 0);
}

TEST(a_list_that_could_not_grow_grows_later)
{
    Object *list = hold(list_new());
    Object *one = hold(int_new(1));
    mem_fail_after(0);
    EXPECT(!list_append(list, one));
    mem_fail_after(SIZE_MAX);

    EXPECT(list_append(list, one));

    EXPECT_EQ(list_get(list, 0), one);
}

TEST(a_list_is_not_shown_if_its_first_item_cannot_be)
{
    FILE *out = tmpfile();
    Object *list = hold(list_new());
    did(list_append(list, hold(object_new(&shy))));
    did(list_append(list, hold(int_new(1))));

    EXPECT(!object_show(out, list));
    fclose(out);
}

TEST(an_index_past_the_end_is_told_beside_the_length)
{
    Object *list = hold(list_new());
    did(list_append(list, hold(int_new(1))));
    EXPECT_PANIC(list_get(list, 5),
                 "list index 5 is past the end: the length is 1");
}

TEST(a_list_is_not_shown_if_its_bracket_cannot_be)
{
    char room[1];
    FILE *out = fmemopen(room, sizeof room, "w");
    setbuf(out, NULL);

    EXPECT(!object_show(out, hold(list_new())));

    fclose(out);
}

TEST(a_list_is_shown_as_python_shows_it)
{
    Object *list = hold(list_new());
    Object *inner = hold(list_new());
    did(list_append(list, hold(int_new(-6))));
    did(list_append(list, inner));
    did(list_append(inner, hold(int_new(7))));
    char text[20] = "";
    FILE *out = fmemopen(text, sizeof text, "w");

    EXPECT(object_show(out, list));

    fclose(out);
    EXPECT_EQ((const char *)text, "[-6, [7]]");
}
