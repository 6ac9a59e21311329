// inspect_test.c: what a program can see of the collector.
#include "check.h"

#include "gc/inspect.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

static Class class;
static char said[100];

static void speak(Object *self)
{
    (void)self;
    strcat(said, "f");
}

static void begin(void)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
    class.type.finalize = speak;
    said[0] = '\0';
}

static void drop_knot(void)
{
    Object *self = instance_new(&class);
    instance_set(self, "me", self);
    decref(self);
}

static void append(Object *self, void *list)
{
    if (self != list)
        list_append(list, self);
}

static bool has(Object *in, Object *self)
{
    for (size_t i = 0; i < list_length(in); i++)
        if (list_get(in, i) == self)
            return true;
    return false;
}

static bool says(const char *message)
{
    Error error = error_swap((Error){ .kind = NULL });
    return error.kind == &value_error
           && strcmp(error.message, message) == 0;
}

TEST(get_objects_knows_who_is_how_old)
{
    begin();
    Object *list = hold(list_new()), *found = hold(list_new());
    EXPECT(gc_get_objects(0, append, found) && has(found, list));
    list_clear(found);
    EXPECT(gc_get_objects(1, append, found) && !has(found, list));
    gc_collect();
    list_clear(found);
    EXPECT(gc_get_objects(0, append, found) && !has(found, list));
    EXPECT(gc_get_objects(2, append, found) && has(found, list));
    list_clear(found);
    EXPECT(gc_get_objects(-1, append, found) && has(found, list));
    list_clear(found);
}

TEST(get_objects_refuses_other_generations)
{
    EXPECT(!gc_get_objects(3, append, NULL));
    EXPECT(says("generation parameter must be less than the number of "
                "available generations (3)"));
    EXPECT(!gc_get_objects(-2, append, NULL));
    EXPECT(says("generation parameter cannot be negative"));
}

TEST(get_objects_does_not_list_what_is_frozen)
{
    begin();
    Object *list = hold(list_new()), *found = hold(list_new());
    gc_freeze();
    gc_get_objects(-1, append, found);
    EXPECT(!has(found, list));
    EXPECT(gc_is_tracked(list));
    list_clear(found);
    gc_unfreeze();
}

TEST(referrers_are_told_once_each_the_youngest_first)
{
    begin();
    Object *target = hold(list_new()), *found = hold(list_new());
    Object *old = hold(list_new());
    list_append(old, target);
    list_append(old, target);
    gc_collect();
    Object *young = hold(tuple_new(1, &target));
    gc_get_referrers(target, append, found);
    EXPECT_EQ(list_length(found), 2);
    EXPECT_EQ(list_get(found, 0), young);
    EXPECT_EQ(list_get(found, 1), old);
    list_clear(found);
}

TEST(referrers_that_are_not_tracked_are_not_found)
{
    begin();
    Object *number = hold(int_new(1000)), *found = hold(list_new());
    Object *dict = hold(dict_new());
    dict_set(dict, number, number);
    gc_get_referrers(number, append, found);
    EXPECT_EQ(list_length(found), 0);
}

TEST(referents_are_told_as_often_as_they_are_held)
{
    begin();
    Object *number = hold(int_new(1000)), *found = hold(list_new());
    Object *list = hold(list_new());
    list_append(list, number);
    list_append(list, number);
    gc_get_referents(list, append, found);
    EXPECT_EQ(list_length(found), 2);
    EXPECT_EQ(list_get(found, 0), number);
    gc_get_referents(number, append, found);
    EXPECT_EQ(list_length(found), 2);
}

static size_t ndone;
static Object *outer;

static void look_around(Object *self)
{
    Object *found = list_new();
    gc_get_objects(-1, append, found);
    ndone += !has(found, self) && has(found, outer)
             && gc_is_tracked(self);
    decref(found);
}

TEST(in_its_finalizer_garbage_is_tracked_and_in_no_generation)
{
    begin();
    class.type.finalize = look_around;
    outer = hold(list_new());
    ndone = 0;
    drop_knot();
    EXPECT_EQ(gc_collect(), 1);
    EXPECT_EQ(ndone, 1);
    drop_knot();
    EXPECT_EQ(gc_collect_generation(0), 1);
    EXPECT_EQ(ndone, 2);
}

TEST(each_collection_is_booked_where_it_was_asked_for)
{
    begin();
    Stats before[3], after[3];
    for (int g = 0; g < 3; g++)
        before[g] = gc_get_stats(g);
    drop_knot();
    gc_collect_generation(0);
    gc_collect_generation(1);
    gc_collect();
    for (int g = 0; g < 3; g++)
        after[g] = gc_get_stats(g);
    EXPECT_EQ(after[0].collections, before[0].collections + 1);
    EXPECT_EQ(after[0].collected, before[0].collected + 1);
    EXPECT_EQ(after[1].collections, before[1].collections + 1);
    EXPECT_EQ(after[2].collected, before[2].collected);
}

static void note(const char *phase, int generation, size_t collected)
{
    char line[40];
    snprintf(line, sizeof line, "%s %d %zu; ", phase, generation,
             collected);
    strcat(said, line);
}

static void collect_more(const char *phase, int generation, size_t n)
{
    (void)phase, (void)generation, (void)n;
    strcat(said, gc_collect() == 0 ? "0 " : "? ");
}

TEST(callbacks_are_told_of_the_start_and_of_the_end_in_their_order)
{
    begin();
    class.type.finalize = NULL;
    Callback second = { collect_more, NULL }, first = { note, &second };
    drop_knot();
    gc_callbacks = &first;
    EXPECT_EQ(gc_collect_generation(1), 1);
    gc_callbacks = NULL;
    EXPECT(strcmp(said, "start 1 0; 0 stop 1 1; 0 ") == 0);
}

static void leave(const char *phase, int generation, size_t collected)
{
    note(phase, generation, collected);
    gc_callbacks = NULL;
}

TEST(a_callback_may_leave_while_it_is_told)
{
    begin();
    Callback once = { leave, NULL };
    gc_callbacks = &once;
    gc_collect();
    EXPECT(strcmp(said, "start 2 0; ") == 0);
}

static Object *noted, *noted_key; // a dict, and its key

static void note_in_dict(const char *phase, int generation, size_t n)
{
    (void)phase, (void)generation, (void)n;
    strcat(said, dict_set(noted, noted_key, noted_key) ? "+" : "-");
}

TEST(a_callback_does_not_see_the_error_that_is_set)
{
    begin();
    noted = hold(dict_new());
    noted_key = hold(str_new("key"));
    Callback once = { note_in_dict, NULL };
    gc_callbacks = &once;
    error_set(&index_error, "ours");
    gc_collect();
    EXPECT(error_occurred() == &index_error);
    error_clear();
    gc_callbacks = NULL;
    EXPECT(strcmp(said, "++") == 0);
}

static void fail(const char *phase, int generation, size_t n)
{
    (void)phase, (void)generation, (void)n;
    error_set(&index_error, "a callback's");
}

TEST(nobody_sees_the_error_that_a_callback_leaves)
{
    begin();
    noted = hold(dict_new());
    noted_key = hold(str_new("key"));
    Callback second = { note_in_dict, NULL }, first = { fail, &second };
    gc_callbacks = &first;
    gc_collect();
    EXPECT(error_occurred() == NULL);
    gc_callbacks = NULL;
    EXPECT(strcmp(said, "++") == 0);
}

TEST(what_cannot_be_saved_is_found_again)
{
    begin();
    Object *garbage = hold(list_new());
    drop_knot();
    gc_save_all(append, garbage);
    mem_fail_after(0);
    EXPECT_EQ(gc_collect(), 1);
    mem_fail_after(SIZE_MAX);
    EXPECT(error_occurred() == NULL && list_length(garbage) == 0);
    gc_save_all(NULL, NULL);
    EXPECT_EQ(gc_collect(), 1);
}

static void end_it(Object *self, void *nsaved)
{
    ++*(size_t *)nsaved;
    self->type->clear(self);
}

TEST(who_saves_may_end_what_it_is_given)
{
    begin();
    size_t nsaved = 0;
    drop_knot(), drop_knot();
    gc_save_all(end_it, &nsaved);
    EXPECT_EQ(gc_collect(), 2);
    EXPECT_EQ(nsaved, 2);
    gc_save_all(NULL, NULL);
    EXPECT_EQ(gc_collect(), 0);
}

static void stop_saving(Object *self, void *context)
{
    (void)self, (void)context;
    gc_save_all(NULL, NULL);
}

TEST(who_saves_may_stop_it)
{
    begin();
    drop_knot(), drop_knot();
    gc_save_all(stop_saving, NULL);
    EXPECT_EQ(gc_collect(), 2);
    EXPECT_EQ(gc_collect(), 1); // the first one, which nobody took
}

TEST(what_is_saved_has_spoken_and_is_whole)
{
    begin();
    Object *garbage = hold(list_new());
    drop_knot();
    gc_save_all(append, garbage);
    EXPECT_EQ(gc_collect(), 1);
    EXPECT(strcmp(said, "f") == 0);
    EXPECT_EQ(list_length(garbage), 1);
    Object *self = list_get(garbage, 0);
    EXPECT_EQ(instance_get(self, "me"), self);
    EXPECT_EQ(drawn_of(self, "gc_refs="), 0); // no note is left
    EXPECT_EQ(gc_collect(), 0);
    list_clear(garbage);
    EXPECT_EQ(gc_collect(), 1);
    EXPECT_EQ(list_length(garbage), 1);
    gc_save_all(NULL, NULL);
    list_clear(garbage);
    EXPECT_EQ(gc_collect(), 1);
    EXPECT(strcmp(said, "f") == 0);
}

TEST(what_a_young_collection_saves_is_middle_then)
{
    begin();
    Object *garbage = hold(list_new()), *found = hold(list_new());
    drop_knot();
    gc_save_all(append, garbage);
    EXPECT_EQ(gc_collect_generation(0), 1);
    gc_save_all(NULL, NULL);
    gc_get_objects(1, append, found);
    EXPECT(has(found, list_get(garbage, 0)));
    list_clear(found);
    list_clear(garbage);
}
