// module_test.c: what chapter 6 claims of the module gc, as CPython 3.11
// answers it.
#include "check.h"

#include "gc/gc.h"
#include "types/list.h"

#include <string.h>

static bool counts_are(size_t young, size_t middle, size_t old)
{
    size_t counts[3];
    gc_get_count(counts);
    return counts[0] == young && counts[1] == middle && counts[2] == old;
}

static bool thresholds_are(int young, int middle, int old)
{
    int all[3];
    gc_get_threshold(all);
    return all[0] == young && all[1] == middle && all[2] == old;
}

// What the error says; it is cleared.
static bool says(const Exception *kind, const char *message)
{
    Error error = error_swap((Error){ .kind = NULL });
    return error.kind == kind && strcmp(error.message, message) == 0;
}

TEST(the_thresholds_are_700_and_10_and_10)
{
    EXPECT(thresholds_are(700, 10, 10));
}

TEST(after_a_full_collection_all_counts_are_0)
{
    hold(list_new());
    gc_collect_generation(0);

    gc_collect();

    EXPECT(counts_are(0, 0, 0));
}

TEST(each_collection_counts_for_the_next_older_generation)
{
    gc_collect();
    gc_collect_generation(0), gc_collect_generation(0);
    EXPECT(counts_are(0, 2, 0));
    gc_collect_generation(1);
    EXPECT(counts_are(0, 0, 1));
    gc_collect_generation(0);
    EXPECT(counts_are(0, 1, 1));
    gc_collect_generation(1), gc_collect_generation(1);
    EXPECT(counts_are(0, 0, 3));
    gc_collect_generation(2);
    EXPECT(counts_are(0, 0, 0));
}

TEST(there_are_three_generations_and_no_others)
{
    EXPECT_EQ(gc_collect_generation(-1), -1);
    EXPECT(says(&value_error, "invalid generation"));
    EXPECT_EQ(gc_collect_generation(3), -1);
    EXPECT(says(&value_error, "invalid generation"));
    EXPECT_EQ(gc_collect_generation(2), 0);
}

TEST(thresholds_that_are_not_given_stay)
{
    did(gc_set_threshold(1, (const int[]){ 5 }));
    EXPECT(thresholds_are(5, 10, 10));
    did(gc_set_threshold(2, (const int[]){ 6, -7 }));
    EXPECT(thresholds_are(6, -7, 10));
    did(gc_set_threshold(3, (const int[]){ 7, 8, 9 }));
    EXPECT(thresholds_are(7, 8, 9));
}

TEST(set_threshold_takes_one_to_three)
{
    const int four[] = { 1, 2, 3, 4 };

    bool done = gc_set_threshold(0, four);
    EXPECT(!done);
    EXPECT(says(&type_error, "set_threshold() takes at least 1 argument "
                             "(0 given)"));
    done = gc_set_threshold(4, four);
    EXPECT(!done);
    EXPECT(says(&type_error, "set_threshold() takes at most 3 arguments "
                             "(4 given)"));
    EXPECT(thresholds_are(700, 10, 10));
}

TEST(enable_and_disable_are_seen)
{
    EXPECT(!gc_is_enabled());
    gc_enable();
    EXPECT(gc_is_enabled());
    gc_disable();
    EXPECT(!gc_is_enabled());
}

TEST(collect_works_while_it_is_disabled)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, list));
    gc_disable();
    list_clear(list);
    Object *other = list_new();
    did(other != NULL);
    bool done = list_append(other, other);
    decref(other);
    did(done);

    EXPECT_EQ(gc_collect(), 1);
}

TEST(an_object_that_ends_is_taken_off_the_count)
{
    gc_collect();
    Object *kept = hold(list_new()), *other = list_new();
    did(other != NULL);
    EXPECT(counts_are(2, 0, 0));
    decref(other);
    EXPECT(counts_are(1, 0, 0));
    (void)kept;
}

TEST(the_count_never_falls_below_0)
{
    Object *one = list_new(), *two = list_new();
    gc_collect();
    ref_clear(&one);
    ref_clear(&two);
    EXPECT(counts_are(0, 0, 0));
    hold(list_new());
    EXPECT(counts_are(1, 0, 0));
}
