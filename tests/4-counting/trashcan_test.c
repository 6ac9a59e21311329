// trashcan_test.c: what chapter 4 claims of objects that die in a row.
//
// What is this long takes too long to draw, so most of these tests
// let all requests for memory succeed.
#include "check.h"
#include "memory/mem.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <string.h>

enum { LONG = 100000, VERY_LONG = 1000000, STACK = 1 << 20 };

// Let "x" be what `wrap` makes of what it was, or of None.
static bool grow(Object *(*wrap)(Object *inner))
{
    Object *inner = scope_lookup(names, "x");
    Object *made = wrap(inner == NULL ? none() : inner);
    bool done = made != NULL && scope_bind(names, "x", made);
    ref_clear(&made);
    return done;
}

static void grow_long(Object *(*wrap)(Object *inner), int length)
{
    mem_fail_after(SIZE_MAX);
    for (int i = 0; i < length; i++)
        did(grow(wrap));
}

static Object *if_whole(Object *made, bool is_whole)
{
    if (!is_whole)
        ref_clear(&made);
    return made;
}

static Object *wrap_in_list(Object *inner)
{
    Object *made = list_new();
    return if_whole(made, made && list_append(made, inner));
}

static Object *wrap_in_tuple(Object *inner)
{
    return tuple_new(1, &inner);
}

static Object *wrap_in_value(Object *inner)
{
    Object *made = dict_new();
    return if_whole(made, made && dict_set(made, none(), inner));
}

static Class link;

static Object *wrap_in_instance(Object *inner)
{
    Object *made = instance_new(&link);
    bool is_whole = made && instance_set(made, "next", inner);
    return if_whole(made, is_whole);
}

// Each time another kind of object.
static Object *wrap_in_turn(Object *inner)
{
    static Object *(*const kinds[])(Object *inner) = {
        wrap_in_list, wrap_in_instance, wrap_in_tuple, wrap_in_value,
    };
    static unsigned turn;
    return kinds[turn++ % 4](inner);
}

static int ndead;           // how many were finalized
static bool in_order;       // whether each was the next one's holder
static Object *next;  // who must die now, or NULL: anybody
static uintptr_t low, high; // between these the stack has been

static void count(Object *self)
{
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    low = here < low ? here : low;
    high = here > high ? here : high;
    in_order = in_order && (next == NULL || next == self);
    next = instance_get(self, "next");
    ndead++;
}

static void begin(void)
{
    ndead = 0;
    in_order = true;
    next = NULL;
    low = high = (uintptr_t)__builtin_frame_address(0);
    link = class_new("link", NULL);
    link.type.finalize = count;
}

TEST(lists_nested_a_million_deep_die)
{
    size_t live = mem_live_bytes();
    grow_long(wrap_in_list, VERY_LONG);
    EXPECT(mem_live_bytes() > live + VERY_LONG * sizeof(Object));

    did(scope_bind(names, "x", none()));
    scope_unbind(names, "x");

    EXPECT(mem_live_bytes() <= live + 64); // the room for the name
}

TEST(tuples_nested_very_deep_die)
{
    size_t live = mem_live_bytes();
    grow_long(wrap_in_tuple, LONG);

    scope_unbind(names, "x");

    EXPECT(mem_live_bytes() <= live + 64);
}

TEST(dicts_nested_very_deep_die)
{
    size_t live = mem_live_bytes();
    grow_long(wrap_in_value, LONG);

    scope_unbind(names, "x");

    EXPECT(mem_live_bytes() <= live + 64);
}

TEST(a_chain_of_a_million_dies_head_first_to_the_last)
{
    begin();
    grow_long(wrap_in_instance, VERY_LONG);

    scope_unbind(names, "x");

    EXPECT(ndead == VERY_LONG);
    EXPECT(in_order && next == none());
}

TEST(nests_of_many_kinds_die_to_the_last)
{
    begin();
    size_t live = mem_live_bytes();
    grow_long(wrap_in_turn, LONG);

    scope_unbind(names, "x");

    EXPECT(ndead == LONG / 4 && mem_live_bytes() <= live + 64);
}

TEST(however_long_a_chain_the_stack_stays_small)
{
    begin();
    grow_long(wrap_in_instance, LONG);

    scope_unbind(names, "x");

    EXPECT(ndead == LONG);
    EXPECT(high - low < STACK);
}

TEST(however_deep_a_nest_of_many_kinds_the_stack_stays_small)
{
    begin();
    grow_long(wrap_in_turn, LONG);

    scope_unbind(names, "x");

    EXPECT(ndead == LONG / 4);
    EXPECT(high - low < STACK);
}

TEST(to_die_takes_no_memory)
{
    begin();
    grow_long(wrap_in_turn, LONG);

    mem_fail_after(0);
    scope_unbind(names, "x");

    EXPECT(ndead == LONG / 4 && !mem_has_failed());
}

TEST(a_deep_chain_dies_also_where_allocations_fail)
{
    begin();
    for (int i = 0; i < 60; i++)
        did(grow(wrap_in_instance));

    scope_unbind(names, "x");

    EXPECT(ndead == 60 && in_order);
}

// From here on: what waits for its turn, fifty deep, as in CPython.

static Class a, b, c;
static Object *pair[2];   // an a and a b, until they die
static char said[8];      // their classes, in the order of their deaths
static size_t count_seen; // of the other one, when the first one died

static void say(Object *self)
{
    if (said[0] == '\0')
        count_seen = ref_count(pair[self == pair[0]]);
    strcat(said, self->type->name);
}

static Object *wrap_pair(Object *inner)
{
    Object *made = list_new();
    list_append(made, inner);
    list_append(made, pair[0] = instance_new(&a));
    list_append(made, pair[1] = instance_new(&b));
    decref(pair[0]);
    decref(pair[1]);
    return made;
}

// Let "x" be a list in lists, `depth` deep, whose deepest has the pair.
static void bury(int depth)
{
    said[0] = '\0';
    count_seen = 2;
    a = class_new("a", NULL);
    b = class_new("b", NULL);
    a.type.finalize = b.type.finalize = say;
    grow_long(wrap_pair, 1);
    grow_long(wrap_in_list, depth - 1);
}

TEST(less_than_fifty_deep_nobody_waits)
{
    bury(49);

    scope_unbind(names, "x");

    EXPECT(strcmp(said, "ba") == 0 && count_seen == 1);
}

TEST(fifty_deep_all_wait_and_the_last_to_come_dies_first)
{
    bury(50);

    scope_unbind(names, "x");

    EXPECT(strcmp(said, "ab") == 0 && count_seen == 0);
}

static Object *wrap_beside_c(Object *inner)
{
    Object *made = list_new(), *alone = instance_new(&c);
    list_append(made, alone);
    list_append(made, inner);
    decref(alone);
    return made;
}

TEST(those_who_wait_die_after_all_others)
{
    bury(49);
    c = class_new("c", NULL);
    c.type.finalize = say;
    grow_long(wrap_beside_c, 1);

    scope_unbind(names, "x");

    EXPECT(strcmp(said, "cab") == 0);
}

static Object *weak;
static bool was_alive;

static void look_at_weak(Object *self)
{
    say(self);
    Object *target = weakref_get(weak);
    was_alive = target != NULL;
    ref_clear(&target);
}

TEST(a_weak_reference_to_one_that_waits_is_dead)
{
    bury(50);
    a.type.finalize = look_at_weak;
    weak = hold(weakref_new(pair[1], NULL, NULL));
    was_alive = true;

    scope_unbind(names, "x");

    EXPECT(strcmp(said, "ab") == 0 && !was_alive);
}

static Object *place;

static void survive(Object *self)
{
    say(self);
    list_set(place, 0, self);
}

TEST(one_that_waits_can_be_saved_by_its_finalizer)
{
    bury(LONG);
    b.type.finalize = survive;
    place = hold(list_new());
    did(list_append(place, none()));
    Object *target = pair[1];

    scope_unbind(names, "x");

    EXPECT(object_is(list_get(place, 0), target));
    EXPECT(ref_count(target) == 1);
}

static void drop_y(Object *self)
{
    count(self);
    scope_unbind(names, "y");
}

TEST(a_finalizer_can_let_a_second_chain_go)
{
    begin();
    grow_long(wrap_in_instance, LONG);
    did(scope_bind(names, "y", scope_lookup(names, "x")));
    scope_unbind(names, "x");
    link.type.finalize = drop_y;
    grow_long(wrap_in_instance, LONG);

    scope_unbind(names, "x");

    EXPECT(ndead == 2 * LONG && high - low < STACK);
}

static void part(Object *weakref, Object *with)
{
    (void)with;
    strcat(said, weakref == weak ? "w" : "?");
}

static Object *wrap_weak(Object *inner)
{
    Object *made = wrap_pair(inner), *target = list_get(made, 1);
    list_append(made, weak = weakref_new(target, part, NULL));
    decref(weak);
    list_append(made, weak = weakref_new(target, NULL, NULL));
    decref(weak);
    return made;
}

TEST(a_weak_reference_that_dies_fifty_deep_says_no_farewell)
{
    bury(1);
    scope_unbind(names, "x");
    said[0] = '\0';
    grow_long(wrap_weak, 1);
    grow_long(wrap_in_list, 49);

    scope_unbind(names, "x");

    EXPECT(strcmp(said, "ab") == 0);
}

static void ask_for_weak(Object *self)
{
    say(self);
    if (place == NULL)
        place = weakref_new(self, NULL, NULL);
}

TEST(who_asks_fifty_deep_gets_a_weak_reference_that_lives)
{
    bury(1);
    scope_unbind(names, "x");
    place = NULL;
    a.type.finalize = ask_for_weak;
    grow_long(wrap_weak, 1);
    grow_long(wrap_in_list, 49);

    scope_unbind(names, "x");

    EXPECT(place != NULL && ref_count(place) == 1);
    decref(place);
}
