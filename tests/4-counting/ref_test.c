// ref_test.c: what chapter 4 claims of references that come and go.
#include "check.h"
#include "memory/mem.h"
#include "types/list.h"

static Object *slot, *seen;

// What was in the slot when a watcher died: maybe itself.
static void look_at_slot(Object *self)
{
    (void)self;
    seen = slot;
}

// Its objects look at the slot when they die.
static Type watcher_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "watcher",
    .size = sizeof(Object),
    .finalize = look_at_slot,
};

TEST(what_is_new_has_one_reference)
{
    EXPECT(ref_count(hold(list_new())) == 1);
}

TEST(a_new_reference_is_one_more_to_the_same)
{
    Object *list = hold(list_new());

    Object *again = hold(ref_new(list));

    EXPECT(object_is(again, list) && ref_count(list) == 2);
}

TEST(a_reference_that_is_given_up_counts_no_more)
{
    Object *list = hold(list_new());
    incref(list);
    EXPECT(ref_count(list) == 2);

    decref(list);

    EXPECT(ref_count(list) == 1);
}

TEST(the_last_reference_takes_the_object_with_it)
{
    size_t live = mem_live_bytes();
    Object *list = list_new();
    did(list != NULL);
    EXPECT(mem_live_bytes() > live);

    decref(list);

    EXPECT(mem_live_bytes() == live);
}

TEST(what_is_set_in_a_slot_brings_its_reference_along)
{
    Object *list = hold(list_new());
    slot = NULL;

    ref_set(&slot, ref_new(list));
    EXPECT(object_is(slot, list) && ref_count(list) == 2);

    ref_clear(&slot);
    EXPECT(slot == NULL && ref_count(list) == 1);
}

TEST(setting_a_slot_gives_up_what_it_held)
{
    Object *old = hold(list_new());
    Object *list = hold(list_new());
    slot = ref_new(old);

    ref_set(&slot, ref_new(list));

    EXPECT(ref_count(old) == 1 && ref_count(list) == 2);
    ref_clear(&slot);
}

TEST(a_slot_that_is_set_to_what_it_holds_keeps_it)
{
    slot = list_new();
    did(slot != NULL);

    ref_set(&slot, ref_new(slot));

    EXPECT(ref_count(slot) == 1 && list_length(slot) == 0);
    ref_clear(&slot);
}

TEST(clearing_an_empty_slot_is_no_mistake)
{
    slot = NULL;

    ref_clear(&slot);

    EXPECT(slot == NULL);
}

TEST(a_slot_holds_the_new_before_the_old_dies)
{
    Object *list = hold(list_new());
    slot = object_new(&watcher_type);
    did(slot != NULL);

    ref_set(&slot, ref_new(list));

    EXPECT(object_is(seen, list));
    ref_clear(&slot);
}

TEST(a_slot_is_empty_before_what_it_held_dies)
{
    slot = object_new(&watcher_type);
    did(slot != NULL);
    seen = slot;

    ref_clear(&slot);

    EXPECT(seen == NULL);
}
