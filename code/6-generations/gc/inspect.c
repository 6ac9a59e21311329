// inspect.c: who is told of collections, and what can be seen of them.
#include "gc/inspect.h"

#include "gc/generation.h"


static Stats stats[OLD + 1];

Callback *gc_callbacks;

static void tell(const char *phase, int generation, size_t collected)
{
    for (Callback *at = gc_callbacks; at != NULL; at = at->next) {
        at->call(phase, generation, collected);
        error_clear(); // there is nobody to hear of it
    }
}

void inspect_start(int generation)
{
    tell("start", generation, 0);
}

void inspect_stop(int generation, size_t collected)
{
    stats[generation].collections++;
    stats[generation].collected += collected;
    tell("stop", generation, collected);
}

static bool is_generation(int generation)
{
    if (generation > OLD)
        error_set(&value_error,
                  "generation parameter must be less than the number "
                  "of available generations (%d)", OLD + 1);
    else if (generation < -1)
        error_set(&value_error,
                  "generation parameter cannot be negative");
    return generation >= -1 && generation <= OLD;
}

bool gc_get_objects(int generation, Visit visit, void *context)
{
    if (!is_generation(generation))
        return false;
    for (int age = YOUNG; age <= OLD; age++) {
        Ring *ring = track_ring(age);
        if (generation != age && generation != -1)
            continue;
        for (Ring *at = ring->next; at != ring; at = at->next)
            visit(track_object(at), context);
    }
    return true;
}

typedef struct Search {
    Object *target;
    bool is_found;
    Visit visit;
    void *context;
} Search;

static void compare(Object *child, void *context)
{
    Search *search = context;
    search->is_found |= child == search->target;
}

static void ask(Object *self, void *context)
{
    Search *search = context;
    search->is_found = false;
    self->type->visit(self, compare, search);
    if (search->is_found)
        search->visit(self, search->context);
}

void gc_get_referrers(Object *target, Visit visit, void *context)
{
    Search search = { target, false, visit, context };
    gc_get_objects(-1, ask, &search);
}

void gc_get_referents(Object *self, Visit visit, void *context)
{
    if (track_can(self))
        self->type->visit(self, visit, context);
}

bool gc_is_tracked(Object *self)
{
    return track_has(self);
}

void gc_freeze(void)
{
    generation_freeze();
}

void gc_unfreeze(void)
{
    ring_join(track_ring(OLD), track_ring(FROZEN));
}

size_t gc_get_freeze_count(void)
{
    return ring_length(track_ring(FROZEN));
}

Stats gc_get_stats(int generation)
{
    return stats[generation];
}

static Visit save_one;
static void *save_context;

void gc_save_all(Visit save, void *context)
{
    save_one = save;
    save_context = context;
}

void inspect_save(Ring *garbage, Ring *alive)
{
    while (save_one != NULL && !ring_is_empty(garbage)) {
        Object *self = track_object(garbage->next);
        track_head(self)->refs = 0;
        ring_move(alive, garbage->next);
        incref(self);
        save_one(self, save_context);
        error_clear(); // if it failed
        decref(self);
    }
}
