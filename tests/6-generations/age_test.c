// age_test.c: who is young, middle and old, as CPython 3.11 has it.
#include "check.h"

#include "gc/gc.h"
#include "gc/mark.h"
#include "memory/mem.h"
#include "show/audit.h"
#include "show/show.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

static Class class;
static Object *place; // what finalizers put something into

static void begin(void)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
    place = NULL;
}

// A list of one item that was made for it alone.
static NEW Object *list_of(STEALS Object *item)
{
    Object *list = list_new();
    list_append(list, item);
    decref(item);
    return list;
}

// Let it hold itself, and let it go.
static void drop_knot(STEALS Object *self)
{
    instance_set(self, "me", self);
    decref(self);
}

TEST(a_container_is_young_then_middle_then_old)
{
    Object *list = hold(list_new());
    EXPECT_EQ(track_age(list), YOUNG);
    gc_collect_generation(0);
    EXPECT_EQ(track_age(list), MIDDLE);
    gc_collect_generation(0);
    EXPECT_EQ(track_age(list), MIDDLE);
    gc_collect_generation(1);
    EXPECT_EQ(track_age(list), OLD);
    gc_collect();
    EXPECT_EQ(track_age(list), OLD);
}

TEST(a_full_collection_makes_all_old_at_once)
{
    Object *list = hold(list_new());
    gc_collect();
    EXPECT_EQ(track_age(list), OLD);
}

TEST(a_young_collection_leaves_older_garbage)
{
    begin();
    Object *self = instance_new(&class);
    gc_collect_generation(0);
    drop_knot(self);

    EXPECT_EQ(gc_collect_generation(0), 0);
    EXPECT_EQ(gc_collect_generation(1), 1);
}

TEST(what_an_old_list_holds_is_no_garbage)
{
    begin();
    Object *old = hold(list_new());
    gc_collect();
    Object *inner = list_of(int_new(1));
    list_append(inner, inner);
    list_append(old, inner);
    decref(inner);

    EXPECT_EQ(gc_collect_generation(0), 0);
    EXPECT_EQ(track_age(inner), MIDDLE);
    list_clear(old);
    EXPECT_EQ(gc_collect_generation(1), 1);
}

TEST(a_cycle_through_two_generations_waits_for_the_older)
{
    begin();
    Object *old = instance_new(&class);
    gc_collect();
    Object *young = instance_new(&class);
    instance_set(old, "next", young);
    instance_set(young, "next", old);
    decref(young);
    decref(old);

    EXPECT_EQ(gc_collect_generation(0), 0);
    EXPECT_EQ(gc_collect_generation(1), 0);
    EXPECT_EQ(gc_collect(), 2);
}

static void save(Object *self)
{
    if (place == NULL)
        return;
    list_append(place, self);
    Object *young = list_new();
    list_append(place, young);
    decref(young);
}

TEST(what_was_saved_grows_older_and_what_was_made_is_young)
{
    begin();
    class.type.finalize = save;
    place = hold(list_new());
    Object *keep = hold(list_new());
    drop_knot(instance_new(&class));

    EXPECT_EQ(gc_collect_generation(0), 0);
    EXPECT_EQ(track_age(keep), MIDDLE);
    EXPECT_EQ(track_age(list_get(place, 0)), MIDDLE);
    EXPECT_EQ(track_age(list_get(place, 1)), YOUNG);
    place = NULL;
}

static void ignore(Object *weakref, Object *with)
{
    (void)weakref, (void)with;
}

TEST(a_reference_that_was_told_goes_to_the_survivors_also_down)
{
    begin();
    Object *keep = instance_new(&class);
    Object *ref = hold(weakref_new(keep, ignore, NULL));
    gc_collect();
    EXPECT_EQ(track_age(ref), OLD);
    // Young once more, as one whose finalizer has saved it
    track_remove(keep);
    track_add(keep);
    drop_knot(keep);

    EXPECT_EQ(gc_collect_generation(0), 1);
    EXPECT_EQ(track_age(ref), MIDDLE);
}

TEST(tuples_are_untracked_by_each_collection_and_dicts_by_full_ones)
{
    begin();
    Object *one = hold(int_new(1000));
    Object *tuple = hold(tuple_new(1, &one)), *dict = hold(dict_new());
    Object *list = list_new();
    dict_set(dict, one, list);
    decref(list);
    dict_set(dict, one, one);
    EXPECT(track_has(tuple) && track_has(dict));
    gc_collect_generation(0);
    EXPECT(!track_has(tuple) && track_has(dict));
    gc_collect_generation(1);
    EXPECT(track_has(dict));
    gc_collect();
    EXPECT(!track_has(dict));
}

TEST(a_dict_of_a_tuple_of_atoms_is_untracked_with_it)
{
    begin();
    Object *one = hold(int_new(1000)), *dict = hold(dict_new());
    Object *tuple = tuple_new(1, &one);
    dict_set(dict, one, tuple);
    decref(tuple);
    EXPECT(track_has(tuple) && track_has(dict));

    gc_collect();

    EXPECT(!track_has(tuple) && !track_has(dict));
}

static char said[10]; // by finalizers, a letter each

static void speak(Object *self)
{
    strcat(said, str_text(instance_get(self, "letter")));
}

static NEW Object *speaker(const char *text)
{
    Object *self = instance_new(&class), *letter = str_new(text);
    instance_set(self, "letter", letter);
    decref(letter);
    return self;
}

TEST(in_a_full_collection_the_old_speak_first_and_then_the_young)
{
    begin();
    class.type.finalize = speak;
    said[0] = '\0';
    Object *old = speaker("o");
    gc_collect();
    Object *middle = speaker("m");
    gc_collect_generation(0);
    Object *young = speaker("y");
    drop_knot(young), drop_knot(middle), drop_knot(old);

    EXPECT_EQ(gc_collect(), 3);
    EXPECT_EQ(said, "oym");
}

TEST(who_was_passed_by_and_rescued_speaks_after_who_was_not)
{
    begin();
    class.type.finalize = speak;
    said[0] = '\0';
    Object *first = speaker("a"), *list = list_new();
    Object *second = speaker("b");
    list_append(list, first);
    list_append(list, second);
    decref(first), decref(second);
    gc_collect();
    list_append(list, list);
    decref(list);

    EXPECT_EQ(gc_collect(), 3);
    EXPECT_EQ(said, "ba");
}

static ptrdiff_t answer; // to who asks within a finalizer
static bool is_value_error;

static void ask_for_3(Object *self)
{
    (void)self;
    answer = gc_collect_generation(3);
    is_value_error = error_occurred() == &value_error;
    error_clear();
}

TEST(a_wrong_generation_is_refused_also_within_a_finalizer)
{
    begin();
    class.type.finalize = ask_for_3;
    answer = 0;
    drop_knot(instance_new(&class));
    EXPECT_EQ(gc_collect(), 1);
    EXPECT_EQ(answer, -1);
    EXPECT(is_value_error);
}

static Object *torn; // is being cleared

static void keep_torn(Object *self)
{
    (void)self;
    list_append(place, torn);
}

static void give_probe(Object *self)
{
    static Class probe;
    probe = class_new("probe", NULL);
    probe.type.finalize = keep_torn;
    torn = self;
    Object *made = instance_new(&probe);
    instance_set(self, "probe", made);
    decref(made);
}

TEST(what_somebody_takes_while_it_is_cleared_has_grown_older)
{
    begin();
    class.type.finalize = give_probe;
    place = hold(list_new());
    drop_knot(instance_new(&class));

    EXPECT_EQ(gc_collect_generation(0), 1);
    EXPECT_EQ(list_length(place), 1);
    EXPECT_EQ(track_age(list_get(place, 0)), MIDDLE);
    place = NULL;
}

TEST(all_are_young_again_in_the_order_of_their_ages)
{
    begin();
    Object *old = hold(list_new());
    gc_collect();
    Object *middle = hold(list_new());
    gc_collect_generation(0);
    Object *young = hold(list_new());
    track_merge();
    EXPECT_EQ(ring_length(&track_all), 3);
    EXPECT_EQ(track_object(track_all.next), old);
    EXPECT_EQ(track_object(track_all.next->next), middle);
    EXPECT_EQ(track_object(track_all.prev), young);
}

TEST(the_textbook_finds_garbage_of_all_ages)
{
    begin();
    Object *old = instance_new(&class);
    gc_collect();
    drop_knot(old);
    drop_knot(instance_new(&class));
    Ring unreachable;
    ring_init(&unreachable);
    mark_find(scope_visit_all, &unreachable);
    EXPECT_EQ(ring_length(&unreachable), 2);
    EXPECT_EQ(mark_sweep(&unreachable), 2);
}

TEST(the_auditor_asks_all_ages)
{
    begin();
    Object *old = hold(list_of(list_new()));
    gc_collect();
    EXPECT_EQ(audit(), 1);
    Object *inner = list_get(old, 0);
    incref(old);
    EXPECT_EQ(audit(), 2);
    decref(old);
    inner->count--;
    EXPECT_PANIC(audit(), "a list counts 1 too few references");
    inner->count++;
}

TEST(a_figure_tells_the_age_if_it_is_told_to)
{
    Object *list = hold(list_new());
    EXPECT_EQ(drawn_of(list, "age="), 0);
    show_ages = true;
    EXPECT_EQ(drawn_of(list, "age=young"), 1);
    gc_collect_generation(0);
    EXPECT_EQ(drawn_of(list, "age=middle"), 1);
    gc_collect();
    EXPECT_EQ(drawn_of(list, "age=old"), 1);
    show_ages = false;
}
