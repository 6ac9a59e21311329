// due_test.c: when a collection runs by itself, and of what.
//
// The strings of figures were printed by CPython 3.11:
//
//     def run(thresholds, n):
//         log = []
//         def cb(phase, info):
//             if phase == "start": log.append(info["generation"])
//         gc.disable(); gc.collect(); gc.set_threshold(*thresholds)
//         gc.callbacks.append(cb); keep = []; gc.enable()
//         for i in range(n): keep.append([])
//         gc.disable(); gc.callbacks.clear()
//         print("".join(map(str, log)))
#include "check.h"
#include "ran.h"

#include "memory/mem.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

static void begin(const int thresholds[3])
{
    mem_fail_after(SIZE_MAX); // what fails would not be counted
    ran[0] = '\0';
    gc_callbacks = &noting;
    gc_set_threshold(3, thresholds);
}

static void append_lists(Object *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Object *item = list_new();
        list_append(list, item);
        decref(item);
    }
}

static bool runs(int a, int b, int c, size_t n, const char *wanted)
{
    begin((const int[]){ a, b, c });
    Object *keep = list_new();
    gc_collect();
    ran[0] = '\0';
    gc_enable();
    append_lists(keep, n);
    gc_disable();
    decref(keep);
    if (strcmp(ran, wanted) != 0)
        fprintf(stderr, "%s, and not\n%s\n", ran, wanted);
    return strcmp(ran, wanted) == 0;
}

TEST(eleven_young_collections_come_before_a_middle_one)
{
    EXPECT(runs(700, 10, 10, 21000, "00000000000100000000000100000"));
}

TEST(the_old_one_is_due_at_once_after_the_middle_one_that_was_too_many)
{
    EXPECT(runs(5, 1, 1, 120, "00100120010012001001"));
    EXPECT(runs(5, 2, 2, 240,
                "0001000100012000100010001200010001000120"));
    EXPECT(runs(5, 0, 0, 60, "0120120120"));
}

TEST(a_first_threshold_of_0_means_never)
{
    EXPECT(runs(0, 1, 1, 2000, ""));
}

TEST(a_negative_threshold_is_always_passed)
{
    EXPECT(runs(-1, 10, 10, 13, "0000000000010"));
    EXPECT(runs(5, -1, 10, 18, "111"));
}

TEST(it_runs_when_there_is_one_more_than_the_threshold)
{
    begin((const int[]){ 700, 10, 10 });
    Object *keep = hold(list_new());
    gc_collect();
    ran[0] = '\0';
    gc_enable();
    append_lists(keep, 700);
    EXPECT(strcmp(ran, "") == 0);
    append_lists(keep, 1);
    EXPECT(strcmp(ran, "0") == 0);
}

TEST(nothing_runs_while_it_is_disabled_and_then_at_the_next_container)
{
    begin((const int[]){ 5, 10, 10 });
    Object *keep = hold(list_new());
    append_lists(keep, 100);
    EXPECT(strcmp(ran, "") == 0);
    gc_enable();
    EXPECT(strcmp(ran, "") == 0);
    append_lists(keep, 1);
    EXPECT(strcmp(ran, "0") == 0);
}

TEST(nothing_runs_while_an_error_is_set)
{
    begin((const int[]){ 5, 10, 10 });
    Object *keep = hold(list_new());
    gc_enable();
    error_set(&value_error, "pending");
    append_lists(keep, 100);
    EXPECT(strcmp(ran, "") == 0);
    error_clear();
    append_lists(keep, 1);
    EXPECT(strcmp(ran, "0") == 0);
}

static Object *place;

static void make_many(Object *self)
{
    (void)self;
    append_lists(place, 100);
    strcat(ran, "d");
}

TEST(no_collection_runs_within_one_but_right_after_it)
{
    begin((const int[]){ 50, 10, 10 });
    Class class = class_new("class", NULL);
    class.type.finalize = make_many;
    place = hold(list_new());
    Object *self = instance_new(&class);
    instance_set(self, "me", self);
    decref(self);
    gc_enable();

    gc_collect();
    append_lists(place, 1);

    EXPECT(strcmp(ran, "2d0") == 0);
}

static void disable(const char *phase, int generation, size_t collected)
{
    note(phase, generation, collected);
    gc_disable();
}

TEST(a_callback_may_disable_what_has_begun)
{
    begin((const int[]){ 3, 10, 10 });
    Callback disabling = { disable, NULL };
    gc_callbacks = &disabling;
    gc_enable();
    append_lists(hold(list_new()), 20);
    EXPECT(strcmp(ran, "0") == 0);
    EXPECT(!gc_is_enabled());
    gc_callbacks = NULL;
}

TEST(neither_the_birth_nor_the_end_of_an_int_or_a_string_counts)
{
    begin((const int[]){ 5, 10, 10 });
    Object *item = hold(int_new(1000));
    gc_collect();
    ran[0] = '\0';
    gc_enable();
    for (int i = 0; i < 50; i++) {
        hold(int_new(1000 + i));
        hold(str_new("a string"));
    }
    EXPECT_EQ(ran, "");
    for (int i = 0; i < 5; i++) // five of them count
        hold(tuple_new(1, &item));
    for (int i = 0; i < 50; i++) {
        decref(int_new(2000 + i));
        decref(str_new("another string"));
    }
    EXPECT_EQ(ran, "");
    hold(tuple_new(1, &item));
    EXPECT_EQ(ran, "0");
}

TEST(a_threshold_that_is_set_while_it_is_enabled_holds_from_then_on)
{
    begin((const int[]){ 700, 10, 10 });
    Object *keep = hold(list_new());
    gc_collect();
    ran[0] = '\0';
    gc_enable();
    append_lists(keep, 10);
    gc_set_threshold(1, (const int[]){ 20 });
    append_lists(keep, 10);
    EXPECT_EQ(ran, "");
    append_lists(keep, 1);
    EXPECT_EQ(ran, "0");
    gc_set_threshold(1, (const int[]){ 0 });
    append_lists(keep, 100);
    EXPECT_EQ(ran, "0");
}
