// quarter_test.c: that the old wait until a quarter more has come.
#include "check.h"
#include "ran.h"

#include "memory/mem.h"
#include "types/list.h"

#include <string.h>

static void begin(const int thresholds[3])
{
    mem_fail_after(SIZE_MAX); // what fails would not be counted
    gc_callbacks = &noting;
    gc_set_threshold(3, thresholds);
}

// Make all that there is old.
static void grow_old(void)
{
    gc_collect();
    ran[0] = '\0';
}

static void append_lists(Object *list, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Object *item = list_new();
        list_append(list, item);
        decref(item);
    }
}

TEST(an_old_generation_waits_until_a_quarter_more_has_come)
{
    begin((const int[]){ 10, 1, 1 });
    Object *old = hold(list_new()), *keep = hold(list_new());
    append_lists(old, 4000);
    grow_old();
    gc_enable();
    append_lists(keep, 960);
    EXPECT(strchr(ran, '2') == NULL);
    gc_disable();
    size_t counts[3];
    gc_get_count(counts);
    EXPECT(counts[2] > 20);
    gc_enable();
    append_lists(keep, 100);
    gc_get_count(counts);
    EXPECT(counts[2] < 20);
}

// What runs when 8 are old, and `n` have come to them since.
static bool runs_after(size_t n, const char *wanted)
{
    begin((const int[]){ 1, 10, 0 });
    Object *old = list_new(), *keep = list_new();
    append_lists(old, 6);
    grow_old();
    bool is_8 = ring_length(track_ring(OLD)) == 8;
    append_lists(keep, n);
    gc_collect_generation(1);
    ran[0] = '\0';
    gc_enable();
    append_lists(keep, 2);
    gc_disable();
    decref(keep), decref(old);
    return is_8 && strcmp(ran, wanted) == 0;
}

TEST(a_quarter_is_enough_and_less_is_not)
{
    EXPECT(runs_after(1, "0"));
    EXPECT(runs_after(2, "2"));
}

TEST(the_young_are_no_part_of_the_quarter)
{
    begin((const int[]){ 1, 10, 0 });
    Object *old = hold(list_new()), *keep = hold(list_new());
    append_lists(old, 6);
    grow_old();
    append_lists(keep, 1);
    gc_collect_generation(1);
    append_lists(keep, 5);
    gc_collect_generation(0);
    ran[0] = '\0';
    gc_enable();
    append_lists(keep, 2);
    EXPECT_EQ(ran, "0");
}
