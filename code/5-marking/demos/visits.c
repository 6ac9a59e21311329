#include "gc/gc.h"
#include "object/object.h"

typedef struct Watched {
    Object object;
    Object *me;
} Watched;

static size_t nvisits;

static void visit_me(Object *self, Visit visit, void *context)
{
    nvisits++;
    if (((Watched *)self)->me != NULL)
        visit(((Watched *)self)->me, context);
}

static void clear(Object *self)
{
    ref_clear(&((Watched *)self)->me);
}

static void speak(Object *self)
{
    (void)self;
}

static Type watched_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "watched",
    .size = sizeof(Watched),
    .visit = visit_me,
    .clear = clear,
};

static void print_visits(const char *who, bool is_kept)
{
    static Object *made[1000];
    for (size_t i = 0; i < 1000; i++) {
        made[i] = object_new(&watched_type);
        ((Watched *)made[i])->me = ref_new(made[i]);
        if (!is_kept)
            decref(made[i]);
    }
    nvisits = 0;
    gc_collect();
    printf("%s: %zu\n", who, nvisits / 1000);
    for (size_t i = 0; is_kept && i < 1000; i++)
        decref(made[i]);
    gc_collect();
}

int main(void)
{
    print_visits("stays", true);
    print_visits("goes in silence", false);
    watched_type.finalize = speak;
    print_visits("goes with a last word", false);
}
