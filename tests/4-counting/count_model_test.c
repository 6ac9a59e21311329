// count_model_test.c: every count, compared with the references found.
//
// A small world changes at random. After each step, all that the names
// reach is walked, and each object must have as many references as the
// walk has met. None holds what is younger, so there are no cycles.
//
// Each run draws numbers of its own; a run that fails says from which
// seed, and SEED in the environment makes it happen again.
#include "check.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/tuple.h"

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

// Random numbers

static uint32_t seed, state;

static void begin_numbers(void)
{
    const char *given = getenv("SEED");
    if (seed == 0 && given != NULL)
        seed = (uint32_t)strtoul(given, NULL, 10);
    if (seed == 0)
        seed = (uint32_t)time(NULL) | 1;
    state = seed;
}

static size_t below(size_t limit)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state % limit;
}

static bool tell(bool is_true)
{
    if (!is_true)
        fprintf(stderr, "count_model_test: this was SEED=%" PRIu32 "\n",
                seed);
    return is_true;
}

// Who was met, and how often

typedef struct Met {
    Object *object;
    size_t count;
} Met;

enum { ROOM = 4096 };

static Met met[ROOM];
static size_t nmet;

static void meet(Object *child, void *context)
{
    size_t i = 0;
    while (i < nmet && met[i].object != child)
        i++;
    met[i].object = child;
    met[i].count++;
    if (i < nmet)
        return;
    nmet++;
    if (child->type->visit != NULL)
        child->type->visit(child, meet, context);
}

static bool all_counts_are_right(void)
{
    while (nmet > 0)
        met[--nmet] = (Met){ .count = 0 };
    for (size_t i = 0; i < names->length; i++)
        meet(names->bindings[i].value, NULL);
    for (size_t i = 0; i < nmet; i++)
        if (ref_count(met[i].object) != met[i].count)
            return tell(false);
    return true;
}

// The world

static const char *const letters[] = { "a", "b", "c", "d", "e", "f" };

enum { NAMES = sizeof letters / sizeof *letters, STEPS = 400 };

static Class plain, derived;

static const char *any_name(void)
{
    return letters[below(NAMES)];
}

static NEW Object *make_any(void)
{
    Object *const item = scope_lookup(names, any_name());
    Object *const items[] = { item, item };
    switch (below(7)) {
    case 0:
        return dict_new();
    case 1:
        return set_new();
    case 2:
        return instance_new(&plain);
    case 3:
        return instance_new(&derived);
    case 4:
        return int_new(1000 + (int64_t)below(5));
    case 5:
        return item == NULL ? list_new() : tuple_new(2, items);
    default:
        return list_new();
    }
}

static bool bind_made(const char *name, STEALS Object *made)
{
    bool done = made != NULL && scope_bind(names, name, made);
    ref_clear(&made);
    return done;
}

static bool change_list(Object *self, Object *other)
{
    Object *popped;
    switch (below(5)) {
    case 0:
        popped = list_pop(self);
        ref_clear(&popped);
        return true;
    case 1:
        list_clear(self);
        return true;
    case 2:
        if (list_length(self) > 0)
            list_set(self, below(list_length(self)), other);
        return true;
    default:
        return list_append(self, other);
    }
}

static bool change_dict(Object *self, Object *other)
{
    size_t hash;
    switch (below(5)) {
    case 0:
        if (object_hash(other, &hash))
            dict_delete(self, other);
        return true;
    case 1:
        dict_clear(self);
        return true;
    default:
        return !object_hash(other, &hash)
               || dict_set(self, other, other);
    }
}

static bool change_set(Object *self, Object *other)
{
    size_t hash;
    return !object_hash(other, &hash) || set_add(self, other);
}

static bool change_instance(Object *self, Object *other)
{
    if (below(3) > 0)
        return instance_set(self, any_name(), other);
    instance_delete(self, any_name());
    return true;
}

// Let `self` hold `other`, or let go of something.
static bool change(Object *self, Object *other)
{
    if (self->type == &list_type)
        return change_list(self, other);
    if (self->type == &dict_type)
        return change_dict(self, other);
    if (self->type == &set_type)
        return change_set(self, other);
    if (self->type == &derived.type && below(2) == 0)
        return change_dict(self, other);
    if (self->type == &plain.type || self->type == &derived.type)
        return change_instance(self, other);
    return true;
}

static bool change_any(void)
{
    Object *a = scope_lookup(names, any_name());
    Object *b = scope_lookup(names, any_name());
    if (a == NULL || b == NULL || a == b)
        return true;
    return object_birth(a) > object_birth(b) ? change(a, b) : change(b, a);
}

static bool step(void)
{
    Object *value = scope_lookup(names, any_name());
    error_clear(); // of a key without a hash, in the step before
    switch (below(16)) {
    case 0:
        scope_unbind(names, any_name());
        return true;
    case 1:
    case 2:
        return value == NULL || scope_bind(names, any_name(), value);
    case 3:
        return value == NULL
               || bind_made(any_name(), copy_shallow(value));
    case 4:
    case 5:
    case 6:
        return bind_made(any_name(), make_any());
    default:
        return change_any();
    }
}

TEST_BIG(each_object_has_as_many_references_as_can_be_found)
{
    plain = class_new("plain", NULL);
    derived = class_new("derived", &dict_type);
    begin_numbers();
    for (int i = 0; i < STEPS; i++) {
        did(step());
        EXPECT(all_counts_are_right());
    }
}
