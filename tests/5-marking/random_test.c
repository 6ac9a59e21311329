// random_test.c: what chapter 5 claims of collections, of any heap.
//
// A graph is up to 200 objects that hold each other at random; some of
// them are held by a list that has a name. Then the others are let go
// of. In the first half nobody has a finalizer; in the second those who
// are called do whatever comes to their mind.
//
// Each run draws graphs of its own; a run that fails says from which
// seed, and SEED in the environment makes that graph the first.
#include "check.h"

#include "gc/cycle.h"
#include "gc/gc.h"
#include "gc/mark.h"
#include "memory/mem.h"
#include "show/audit.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <inttypes.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 200, GRAPHS = 2500 };

// Random numbers

static uint32_t seed, state;

static void begin_numbers(void)
{
    const char *given = getenv("SEED");
    if (seed == 0 && given != NULL)
        seed = (uint32_t)strtoul(given, NULL, 10);
    else if (seed == 0)
        seed = (uint32_t)time(NULL) ^ (uint32_t)getpid() << 16;
    else
        seed += 2654435761u;
    seed |= 1;
    state = seed;
}

static size_t below(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % limit;
}

static bool has_failed;

static bool tell(bool is_true)
{
    has_failed |= !is_true;
    if (!is_true)
        fprintf(stderr, "random_test: this was SEED=%" PRIu32 "\n",
                seed);
    return is_true;
}

// AddressSanitizer calls this before its report.
void __asan_on_error(void);

void __asan_on_error(void)
{
    tell(seed == 0);
}

static void tell_abort(int number)
{
    (void)number;
    tell(seed == 0);
}

// Objects

static Class plain, derived;
static Object *all[MOST]; // while a graph is made
static size_t nall;
static Object *roots; // a list, which has the name "roots"

static void say_farewell(Object *weakref, Object *with);

static NEW Object *make_weakref(Object *target, Object *with)
{
    if (target == NULL || target->type->weakrefs == 0)
        return list_new();
    Farewell farewell = below(3) > 0 ? say_farewell : NULL;
    return weakref_new(target, farewell, below(2) > 0 ? with : NULL);
}

static NEW Object *make_any(Object *some, Object *other)
{
    Object *items[] = { some, other, none() };
    switch (below(10)) {
    case 0:
        return dict_new();
    case 1:
        return set_new();
    case 2:
        return int_new(1000);
    case 3:
        return make_weakref(some, other);
    case 4:
        return instance_new(&derived);
    case 5:
        return some == NULL ? list_new() : tuple_new(2, items);
    case 6:
        return tuple_new(1, items + 2);
    case 7:
    case 8:
        return instance_new(&plain);
    default:
        return list_new();
    }
}

static const char *any_name(void)
{
    static const char *const letters[] = { "a", "b", "c", "d", "e" };
    return letters[below(5)];
}

static bool is_instance(Object *self)
{
    return self->type == &plain.type || self->type == &derived.type;
}

// Whether it can be a key, and asks nobody else for its hash.
static bool is_key(Object *self)
{
    return self->type == &plain.type || self->type == &int_type;
}

// Let `self` hold `other`, if it can.
static void tie(Object *self, Object *other)
{
    if (self->type == &list_type)
        list_append(self, other);
    else if (self->type == &set_type && is_key(other))
        set_add(self, other);
    else if (self->type == &dict_type
             || (self->type == &derived.type && below(2) > 0))
        dict_set(self, is_key(other) ? other : none(), other);
    else if (is_instance(self))
        instance_set(self, any_name(), other);
}

static Object *any(void)
{
    return nall == 0 ? NULL : all[below(nall)];
}

static void make_graph(void)
{
    begin_numbers();
    roots = list_new();
    scope_bind(names, "roots", roots);
    decref(roots);
    size_t n = below(MOST + 1);
    for (nall = 0; nall < n; nall++)
        all[nall] = make_any(any(), any());
    size_t nties = n == 0 ? 0 : below(2 * n);
    for (size_t i = 0; i < nties; i++)
        tie(any(), any());
    size_t nroots = n == 0 ? 0 : below(4);
    for (size_t i = 0; i < nroots; i++)
        list_append(roots, any());
}

// The order is at random as well.
static void let_all_go(void)
{
    while (nall > 0) {
        size_t i = below(nall);
        Object *last = all[i];
        all[i] = all[--nall];
        decref(last);
    }
}

// Who is in a ring

typedef struct Names {
    size_t length;
    Object *objects[2 * MOST];
} Names;

static int compare(const void *a, const void *b)
{
    const uintptr_t one = (uintptr_t) * (Object *const *)a;
    const uintptr_t two = (uintptr_t) * (Object *const *)b;
    return (one > two) - (one < two);
}

// Note who is in `ring`, and empty it into that of all.
static void name_all(Names *named, Ring *ring)
{
    named->length = 0;
    for (Ring *at = ring->next; at != ring; at = at->next) {
        ((Head *)at)->refs = 0;
        named->objects[named->length++] = track_object(at);
    }
    qsort(named->objects, named->length, sizeof(Object *), compare);
    ring_join(&track_all, ring);
}

static Names marked, judged;

static void find_twice(void)
{
    Ring found;
    ring_init(&found);
    mark_find(scope_visit_all, &found);
    name_all(&marked, &found);
    cycle_judge(&track_all, &found);
    name_all(&judged, &found);
}

static bool are_the_same(void)
{
    bool answer = marked.length == judged.length;
    for (size_t i = 0; answer && i < marked.length; i++)
        answer = marked.objects[i] == judged.objects[i];
    return tell(answer);
}

// What can be reached: a number that says who, and in which order. An
// object that was freed has no birth.

enum { PLACES = 4096 };

static struct {
    Object *object;
    size_t walk;
} met[PLACES];
static size_t walk, reached;
static bool has_note; // in its head, though no collection runs

static bool is_new(Object *self)
{
    size_t at = ((uintptr_t)self >> 4) % PLACES;
    while (met[at].walk == walk && met[at].object != self)
        at = (at + 1) % PLACES;
    bool answer = met[at].walk != walk;
    met[at].walk = walk;
    met[at].object = self;
    return answer;
}

static void reach(Object *self, void *context)
{
    if (!track_can(self) || !is_new(self))
        return;
    reached = reached * 31 + object_birth(self);
    has_note |= track_head(self)->refs != 0;
    self->type->visit(self, reach, context);
}

static size_t reach_all(void)
{
    walk++;
    reached = 0;
    has_note = false;
    scope_visit_all(reach, NULL);
    EXPECT(tell(!has_note));
    return reached;
}

// ---- Nobody does anything.

static bool is_wild;
static int ngraphs;

static void begin(void)
{
    ngraphs = check_only_peace ? GRAPHS / 10 : GRAPHS; // by valgrind

    mem_fail_after(SIZE_MAX);
    signal(SIGABRT, tell_abort);
    has_failed = is_wild = false;
    plain = class_new("plain", NULL);
    derived = class_new("derived", &dict_type);
}

static void end_graph(size_t live)
{
    is_wild = false;
    error_clear();
    scope_unbind(names, "roots");
    gc_collect();
    EXPECT(tell(mem_live_bytes() == live));
}

static void try_graph(void)
{
    make_graph();
    let_all_go();
    find_twice();
    EXPECT(are_the_same());
    size_t before = reach_all();

    EXPECT(tell(gc_collect() == judged.length));

    EXPECT(tell(reach_all() == before));
    EXPECT(tell(audit() == 0));
    EXPECT(tell(gc_collect() == 0));
}

static void try_graphs(void)
{
    begin();
    scope_bind(names, "roots", none()); // the room for the name
    scope_unbind(names, "roots");
    size_t live = mem_live_bytes();
    for (int i = 0; i < ngraphs && !has_failed; i++) {
        try_graph();
        end_graph(live);
    }
}

TEST_BIG(both_collectors_name_the_same_garbage)
{
    try_graphs();
}

TEST_BIG(both_do_so_in_other_graphs)
{
    try_graphs();
}

TEST_BIG(both_do_so_in_more_graphs)
{
    try_graphs();
}

TEST_BIG(both_do_so_in_still_more_graphs)
{
    try_graphs();
}

// ---- All do what they like.

static bool is_collecting;
static size_t ndeeds; // how many more there will be

static size_t collect(void)
{
    is_collecting = true;
    size_t n = gc_collect();
    is_collecting = false;
    return n;
}

static void collect_inside(void)
{
    size_t n = gc_collect();
    EXPECT(tell(!is_collecting || n == 0));
}

typedef struct Choice {
    Object *chosen;
    size_t seen;
} Choice;

static void choose(Object *child, void *context)
{
    Choice *choice = context;
    if (below(++choice->seen) == 0)
        choice->chosen = child;
}

// Somebody that `self` holds, or itself.
static NEW Object *any_child(Object *self)
{
    Choice choice = { self, 0 };
    if (self->type->visit != NULL)
        self->type->visit(self, choose, &choice);
    return ref_new(choice.chosen);
}

static void pop_root(void)
{
    Object *popped = list_length(roots) == 0 ? NULL : list_pop(roots);
    ref_clear(&popped);
}

static void add_cycle(Object *one, Object *other)
{
    Object *list = list_new();
    list_append(list, list);
    list_append(list, below(2) > 0 ? one : none());
    tie(other, list);
    decref(list);
}

static void clear(Object *self)
{
    if (self->type->clear != NULL && self->type != &weakref_type)
        self->type->clear(self);
}

static void add(Object *self, STEALS Object *made)
{
    if (made == NULL)
        return;
    tie(self, made);
    decref(made);
}

static void do_deed(Object *self, Object *other)
{
    switch (below(14)) {
    case 0:
        collect_inside();
        break;
    case 1:
        list_append(roots, self);
        break;
    case 2:
        list_append(roots, other);
        break;
    case 3:
        clear(other);
        break;
    case 4:
        clear(self);
        break;
    case 5:
        list_clear(roots);
        break;
    case 6:
        pop_root();
        break;
    case 7:
        add(below(2) > 0 ? self : other, make_any(self, other));
        break;
    case 8:
        add_cycle(self, other);
        break;
    case 9:
        add(roots, make_weakref(self, other));
        break;
    case 10:
        add(self, make_weakref(other, self));
        break;
    case 11:
        error_set(&index_error, "of a deed");
        break;
    case 12:
        tie(other, self);
        break;
    default:
        clear(roots);
        tie(roots, other);
    }
}

static void act(Object *self)
{
    if (!is_wild || ndeeds == 0)
        return;
    ndeeds--;
    Object *child = any_child(self), *other = any_child(child);
    do_deed(self, below(2) > 0 ? child : other);
    decref(other), decref(child);
}

// One that was passed over: what it leads to, if somebody is there.
static void say_farewell(Object *weakref, Object *with)
{
    Object *target = weakref_get(weakref);
    EXPECT(tell(target == NULL));
    ref_clear(&target);
    act(with == NULL ? roots : with);
}

static void change_at_random(void)
{
    Object *one = any_child(roots), *two = any_child(one);
    Object *three = any_child(two);
    tie(three, one), tie(one, two);
    if (below(2) > 0)
        add(two, make_any(one, three));
    if (below(4) == 0)
        clear(two);
    decref(three), decref(two), decref(one);
}

static void try_wild_graph(void)
{
    make_graph();
    ndeeds = 300;
    let_all_go();
    for (int i = 0; i < 3; i++) {
        collect();
        EXPECT(tell(audit() == 0));
        size_t before = reach_all();
        EXPECT(tell(reach_all() == before));
        change_at_random();
    }
}

static void try_wild_graphs(void)
{
    begin();
    plain.type.finalize = derived.type.finalize = act;
    scope_bind(names, "roots", none());
    scope_unbind(names, "roots");
    size_t live = mem_live_bytes();
    for (int i = 0; i < ngraphs && !has_failed; i++) {
        is_wild = true;
        try_wild_graph();
        end_graph(live);
    }
}

TEST_BIG(whoever_is_called_may_do_what_he_likes)
{
    try_wild_graphs();
}

TEST_BIG(he_may_do_so_in_other_graphs)
{
    try_wild_graphs();
}

TEST_BIG(he_may_do_so_in_more_graphs)
{
    try_wild_graphs();
}

TEST_BIG(he_may_do_so_in_still_more_graphs)
{
    try_wild_graphs();
}
