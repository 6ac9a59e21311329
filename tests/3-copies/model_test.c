// model_test.c: what chapter 3 claims, tried with random numbers.
//
// The numbers are the same in every run; SEED in the environment makes
// others, and a run that fails says which seed it had.
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/list.h"

#include <inttypes.h>
#include <stdlib.h>

// Random numbers

static uint32_t seed = 1, state;

static void begin_numbers(void)
{
    const char *given = getenv("SEED");
    if (given != NULL)
        seed = (uint32_t)strtoul(given, NULL, 10) | 1;
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
        fprintf(stderr, "model: SEED=%" PRIu32 "\n", seed);
    return is_true;
}

// Lists that hold one another at random: who holds whom, by number

enum { LISTS = 12, LINKS = 3 };

static size_t links[LISTS][LINKS];

static void clear_all(Object *lists)
{
    for (size_t i = 0; i < list_length(lists); i++)
        list_clear(list_get(lists, i));
}

static bool is_linked(Object *lists, size_t from, size_t slot)
{
    return list_length(list_get(lists, from)) == LINKS
           && object_is(list_get(list_get(lists, from), slot),
                        list_get(lists, links[from][slot]));
}

static bool are_linked(Object *lists)
{
    for (size_t i = 0; i < LISTS; i++)
        for (size_t slot = 0; slot < LINKS; slot++)
            if (!is_linked(lists, i, slot))
                return false;
    return list_length(lists) == LISTS;
}

static void link_lists(Object *lists)
{
    for (size_t i = 0; i < LISTS; i++)
        did(list_append(lists, hold(list_new())));
    for (size_t i = 0; i < LISTS * LINKS; i++) {
        Object *from = list_get(lists, i / LINKS);
        size_t to = links[i / LINKS][i % LINKS] = below(LISTS);
        did(list_append(from, list_get(lists, to)));
    }
}

TEST(a_deep_copy_has_every_link_of_the_original)
{
    mem_fail_after(SIZE_MAX); // a copy that fails may lose a knot
    begin_numbers();
    Object *lists = hold_knot(list_new(), clear_all);
    link_lists(lists);

    Object *copy = hold_knot(copy_deep(lists), clear_all);

    EXPECT(tell(are_linked(lists) && are_linked(copy)));
    for (size_t i = 0; i < LISTS; i++)
        EXPECT(!object_is(list_get(copy, i), list_get(lists, i)));
}
