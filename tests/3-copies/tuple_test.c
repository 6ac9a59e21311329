// tuple_test.c: what chapter 3 claims of tuples.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <stdlib.h>
#include <string.h>

TEST(a_tuple_holds_the_items_themselves)
{
    Object *items[] = { hold(int_new(1000)), hold(list_new()) };

    Object *tuple = hold(tuple_new(2, items));

    EXPECT(tuple_length(tuple) == 2);
    EXPECT(object_is(tuple_get(tuple, 0), items[0]));
    EXPECT(object_is(tuple_get(tuple, 1), items[1]));
}

TEST(what_a_tuple_holds_can_change_all_the_same)
{
    Object *list = hold(list_new());
    Object *tuple = hold(tuple_new(1, &list));

    did(list_append(list, hold(int_new(1000))));

    EXPECT(list_length(tuple_get(tuple, 0)) == 1);
}

TEST(there_is_one_empty_tuple)
{
    Object *item = none();
    Object *tuple = hold(tuple_new(1, &item));
    Object *empty = hold(tuple_new(0, NULL));

    EXPECT(tuple_length(empty) == 0);
    EXPECT(object_is(hold(tuple_new(0, NULL)), empty));
    EXPECT(object_is(hold(tuple_slice(tuple, 0, 0)), empty));
    EXPECT(object_is(hold(tuple_slice(tuple, 1, 1)), empty));
}

TEST(other_tuples_are_made_anew_each_time)
{
    Object *item = none();
    Object *a = hold(tuple_new(1, &item));
    Object *b = hold(tuple_new(1, &item));

    EXPECT(!object_is(a, b) && object_equal(a, b));
}

static Object *one_two_three(void)
{
    Object *items[] = {
        hold(int_new(1000)), hold(int_new(2000)), hold(int_new(3000)),
    };
    return hold(tuple_new(3, items));
}

TEST(the_whole_of_a_tuple_is_the_tuple_itself)
{
    Object *tuple = one_two_three();

    EXPECT(object_is(hold(tuple_slice(tuple, 0, 3)), tuple));
}

TEST(a_part_of_a_tuple_is_new_and_holds_the_same_items)
{
    Object *tuple = one_two_three();

    Object *head = hold(tuple_slice(tuple, 0, 2));
    Object *tail = hold(tuple_slice(tuple, 1, 3));

    EXPECT(tuple_length(head) == 2 && tuple_length(tail) == 2);
    EXPECT(object_is(tuple_get(head, 0), tuple_get(tuple, 0)));
    EXPECT(object_is(tuple_get(head, 1), tuple_get(tail, 0)));
    EXPECT(object_is(tuple_get(tail, 1), tuple_get(tuple, 2)));
}

TEST(an_object_can_have_room_for_items_behind_it)
{
    size_t live = mem_live_bytes();

    hold(object_new_var(&tuple_type, 0));
    size_t bare = mem_live_bytes() - live;
    hold(object_new_var(&tuple_type, 3));
    size_t three = mem_live_bytes() - live - bare;

    EXPECT(bare >= tuple_type.size);
    EXPECT_EQ(three - bare, 3 * sizeof(Object *));
}

TEST(a_tuple_too_long_for_any_memory_is_not_made)
{
    Object *(*make)(size_t length, Object *const *items) = tuple_new;
    Object *item = none();

    EXPECT_EQ(make(SIZE_MAX, &item), NULL);
    EXPECT_EQ(make(SIZE_MAX / sizeof(Object *) + 2, &item), NULL);
}

TEST(a_tuple_has_no_item_past_its_end)
{
    Object *tuple = one_two_three();

    EXPECT_PANIC(tuple_get(tuple, 3),
                 "tuple index 3 is past the end: the length is 3");
    EXPECT_PANIC(hold(tuple_slice(tuple, 1, 4)),
                 "tuple index 3 is past the end: the length is 3");
}

TEST(a_tuple_is_its_own_copy_even_with_a_list_in_it)
{
    Object *list = hold(list_new());
    Object *tuple = hold(tuple_new(1, &list));

    EXPECT(object_is(hold(copy_shallow(tuple)), tuple));
}

// Whether object_show writes `self` as `wanted`.
static bool reads(Object *self, const char *wanted)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    object_show(out, self);
    fclose(out);
    bool is_wanted = strcmp(text, wanted) == 0;
    free(text);
    return is_wanted;
}

TEST(a_tuple_of_one_has_a_comma)
{
    Object *items[] = { hold(int_new(1)), bool_of(true) };

    EXPECT(reads(hold(tuple_new(0, NULL)), "()"));
    EXPECT(reads(hold(tuple_new(1, items)), "(1,)"));
    EXPECT(reads(hold(tuple_new(2, items)), "(1, True)"));
}
