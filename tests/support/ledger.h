// ledger.h: a small world of objects, and whose counts should change.
//
// The suite that `make ledger` writes is the only one to include it.
#ifndef LEDGER_H
#define LEDGER_H

#include "check.h"

#include "names/scope.h"
#include "show/draw.h"
#include "show/show.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

// What a stage does is still done, but around a world made in peace.
#define stage_begin begin_plainly
#define stage_is_clean is_plainly_clean
#include STAGE
#undef stage_begin
#undef stage_is_clean

static Object *a, *b, *c, *key, *twin, *text, *list, *tuple, *dict,
    *set;
static Object *instance, *weakref, *memo_dict;
static Object *seven, *letter, *empty_text, *empty, *truth, *nothing;
static Object **const world[] = {
    &a,          &b,       &c,         &key,     &twin,
    &text,       &list,    &tuple,     &dict,    &set,
    &instance,   &weakref, &memo_dict, &seven,   &letter,
    &empty_text, &empty,   &truth,     &nothing,
};
enum {
    NOWN = 13,
    NHELD = 17,
    NWORLD = 19
}; // ours alone, ours too, all
static size_t counted[NWORLD], owed[NWORLD];

static Object *slot, *pair[2];
static Table *table, *memo;
static Class sample_class;

static Object *do_nothing(Scope *locals)
{
    (void)locals;
    return own(none());
}

static const Function function = { "f",
                                   { "x", "y", NULL },
                                   do_nothing };

static void make_atoms(void)
{
    pair[0] = a = int_new(1000);
    pair[1] = b = int_new(2000);
    c = int_new(3000);
    key = int_new(4000);
    twin = int_new(4000);
    text = str_new("some text");
    seven = int_new(7);
    letter = str_new("x");
    empty_text = str_new("");
    empty = tuple_new(0, NULL);
    truth = bool_of(true);
    nothing = none();
}

// Rows and tables are full, so that one more asks for memory.
static void make_containers(void)
{
    list = list_new();
    for (size_t i = 0; i < 4; i++)
        list_append(list, pair[i % 2]);
    tuple = tuple_new(2, pair);
    dict = dict_new();
    dict_set(dict, key, b);
    dict_set(dict, text, b);
    table = &((Dict *)dict)->table;
    memo_dict = dict_new();
    memo = &((Dict *)memo_dict)->table;
    memo->by_identity = true;
    set = set_new();
    set_add(set, key);
    set_add(set, text);
    sample_class = class_new("Sample", NULL);
    instance = instance_new(&sample_class);
    instance_set(instance, "name", b);
    instance_set(instance, "second", b);
    weakref = weakref_new(instance, NULL, NULL);
}

static size_t place(Object *object)
{
    size_t i = 0;
    while (i < NWORLD && *world[i] != object)
        i++;
    return i;
}

static void count_child(Object *child, void *context)
{
    (void)context;
    if (place(child) < NOWN)
        child->count++;
}

// Make all counts right, whatever the calls that made the world did: so
// a wrong one fails in the row of its function, and not in every row.
static void settle(void)
{
    for (size_t i = 0; i < NOWN; i++)
        (*world[i])->count = 1;
    for (size_t i = 0; i < NOWN; i++)
        if ((*world[i])->type->visit != NULL)
            (*world[i])->type->visit(*world[i], count_child, NULL);
}

void stage_begin(void)
{
    begin_plainly();
    make_atoms();
    make_containers();
    settle();
}

bool stage_is_clean(void)
{
    for (size_t i = NHELD; i > 0; i--)
        decref(*world[i - 1]);
    return is_plainly_clean();
}

static void count_all(void)
{
    for (size_t i = 0; i < NWORLD; i++) {
        counted[i] = ref_count(*world[i]);
        owed[i] = 0;
    }
}

// A reference more or less is due to `object`, if it was there before.
static Object *owe(Object *object, int by)
{
    size_t i = place(object);
    if (i < NWORLD)
        owed[i] += (size_t)by;
    return object;
}

static bool is_counted(Object *object)
{
    size_t i = place(object);
    return i < NWORLD && ref_count(object) == counted[i] + owed[i];
}

// What was there before has one reference more; what was not, `fresh`.
static inline bool is_new(Object *made, size_t fresh)
{
    return place(made) < NWORLD ? is_counted(made)
                                : ref_count(made) == fresh;
}

static inline bool is_borrowed(Object *got)
{
    return got != NULL && is_counted(got);
}

// A copy that fails half way leaves a memo to clear.
static inline Object *or_forget(Object *made)
{
    if (made == NULL)
        table_clear(memo);
    return made;
}

static inline void see(Object *child, void *context)
{
    (void)child, (void)context;
}

static inline void wave(Object *gone, Object *with)
{
    (void)gone, (void)with;
}

static inline FILE *nowhere(void)
{
    static FILE *out;
    return out != NULL ? out : (out = fopen("/dev/null", "w"));
}

#endif
