// reentrant_test.c: what chapter 3 claims of objects that change what is
// being copied, compared or shown while they are asked.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "types/copy.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <stdlib.h>
#include <string.h>

// What a hostile object does the first time that it is asked, and what
// it answers.
static void (*deed)(void);
static Answer answer;
static bool refuses; // to be copied
static Object *l, *m, *d, *e, *two;

static void do_it_once(void)
{
    void (*now)(void) = deed;
    deed = NULL;
    if (now != NULL)
        now();
}

static Answer do_and_answer(Object *self, Object *other)
{
    (void)self, (void)other;
    do_it_once();
    return answer;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = 1;
    return self != NULL;
}

static bool do_and_show(FILE *out, Object *self)
{
    do_it_once();
    return fputs(self->type->name, out) != EOF;
}

static Object *do_and_copy(Object *self, Table *memo)
{
    (void)memo;
    do_it_once();
    if (!refuses)
        return own(self);
    error_set(&type_error, "cannot pickle '%s'", self->type->name);
    return NULL;
}

static Type hostile = {
    .object = OBJECT_HEAD(&type_type),
    .name = "hostile",
    .size = sizeof(Object),
    .equal = do_and_answer,
    .hash = hash,
    .show = do_and_show,
    .deep_copy = do_and_copy,
};

static Object *someone(void)
{
    return hold(object_new(&hostile));
}

static void begin(void)
{
    deed = NULL;
    answer = YES;
    refuses = false;
    l = hold(list_new());
    m = hold(list_new());
    d = hold(dict_new());
    e = hold(dict_new());
    two = hold(int_new(2000));
}

static void clear_list(void)
{
    list_clear(l);
}

static void clear_lists(void)
{
    list_clear(l);
    list_clear(m);
}

static void clear_dict(void)
{
    dict_clear(d);
}

// Whether object_show writes `self` as `wanted`.
static bool reads(Object *self, const char *wanted)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    object_show(out, self);
    fclose(out);
    bool is_wanted = strcmp(text, wanted) == 0;
    free(text);
    return is_wanted;
}

// Whether `copy` answers NULL, with such an error.
static bool fails(Object *(*copy)(Object *self), Object *self,
                  const Exception *kind)
{
    bool is_it = copy(self) == NULL && error_occurred() == kind;
    error_clear();
    return is_it;
}

static bool refuses_dict(void)
{
    return fails(copy_deep, d, &runtime_error);
}

// Copied, one level deep

TEST(a_dict_that_a_key_clears_while_it_is_copied_is_not_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    answer = NO;
    did(dict_set(d, someone(), none()));
    did(dict_set(d, someone(), none()));
    deed = clear_dict;

    EXPECT(fails(copy_shallow, d, &runtime_error) && dict_length(d) == 0);
}

TEST(an_update_stops_when_a_key_clears_what_it_reads)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(e, someone(), none()));
    did(dict_set(d, someone(), two));
    did(dict_set(d, two, two));
    deed = clear_dict;

    EXPECT(!table_update(&((Dict *)e)->table, &((Dict *)d)->table));
    EXPECT(error_occurred() == &runtime_error);
    error_clear();
    EXPECT(dict_length(e) == 1 && dict_length(d) == 0);
}

static void clear_target(void)
{
    dict_clear(e);
}

TEST(an_update_goes_on_when_a_key_clears_what_it_writes)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(e, someone(), none()));
    did(dict_set(d, someone(), two));
    did(dict_set(d, two, two));
    deed = clear_target;

    EXPECT(table_update(&((Dict *)e)->table, &((Dict *)d)->table));
    EXPECT(dict_length(e) == 2 && dict_length(d) == 2);
}

// Copied, all the way down

TEST(a_dict_that_a_value_clears_while_it_is_copied_is_not_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(d, none(), someone()));
    did(dict_set(d, two, two));
    deed = clear_dict;
    EXPECT(refuses_dict() && dict_length(d) == 0);

    did(dict_set(d, none(), someone()));
    deed = clear_dict;
    EXPECT(refuses_dict());
}

TEST(a_dict_that_a_key_clears_is_not_copied_all_the_way_down)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(d, someone(), m));
    did(dict_set(d, two, two));
    deed = clear_dict;

    EXPECT(refuses_dict() && dict_length(d) == 0);
}

static void add_to_dict(void)
{
    dict_set(d, two, two);
}

TEST(a_dict_that_a_value_adds_to_while_it_is_copied_is_not_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(d, none(), someone()));
    deed = add_to_dict;

    EXPECT(refuses_dict() && dict_length(d) == 2);
}

static void exchange(void)
{
    dict_delete(d, none());
    dict_set(d, two, two);
}

TEST(a_dict_whose_only_key_another_replaces_is_not_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(d, none(), someone()));
    deed = exchange;

    EXPECT(refuses_dict() && dict_length(d) == 1);
}

static void exchange_next(void)
{
    dict_delete(d, bool_of(true));
    dict_set(d, two, two);
}

TEST(a_key_that_replaces_one_still_to_come_is_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(d, none(), someone()));
    did(dict_set(d, bool_of(true), none()));
    deed = exchange_next;

    Object *copy = hold(copy_deep(d));

    EXPECT(dict_length(copy) == 2 && dict_get(copy, two) == two);
}

static void replace_value(void)
{
    dict_set(d, bool_of(true), two);
}

TEST(a_value_that_is_new_when_its_turn_comes_is_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(dict_set(d, none(), someone()));
    did(dict_set(d, bool_of(true), none()));
    deed = replace_value;

    Object *copy = hold(copy_deep(d));

    EXPECT(object_is(dict_get(copy, bool_of(true)), two));
}

static Object *set;

static void add_to_set(void)
{
    set_add(set, two);
}

TEST(a_set_that_a_member_adds_to_while_it_is_copied_is_not_copied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    set = hold(set_new());
    did(set_add(set, someone()));
    deed = add_to_set;

    EXPECT(fails(copy_deep, set, &runtime_error) && set_length(set) == 2);
}

TEST(a_list_that_an_item_empties_has_that_item_in_its_copy)
{
    mem_fail_after(SIZE_MAX);
    begin();
    Object *item = someone();
    did(list_append(l, item));
    did(list_append(l, two));
    deed = clear_list;

    Object *copy = hold(copy_deep(l));

    EXPECT(list_length(copy) == 1);
    EXPECT(object_is(list_get(copy, 0), item));
}

static void append_to_list(void)
{
    list_append(l, two);
}

TEST(an_item_that_is_appended_while_a_list_is_copied_is_copied_too)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(list_append(l, someone()));
    deed = append_to_list;

    Object *copy = hold(copy_deep(l));

    EXPECT(list_length(copy) == 2);
    EXPECT(object_is(list_get(copy, 1), two));
}

TEST(an_inner_list_is_copied_whole_though_the_outer_one_is_emptied)
{
    mem_fail_after(SIZE_MAX);
    begin();
    Object *inner = hold(list_new());
    did(list_append(inner, someone()));
    did(list_append(inner, two));
    did(list_append(l, inner));
    did(list_append(l, none()));
    deed = clear_list;

    Object *copy = hold(copy_deep(l));

    EXPECT(list_length(copy) == 1 && list_length(l) == 0);
    EXPECT(list_length(list_get(copy, 0)) == 2);
}

TEST(a_list_that_an_item_empties_beside_it_is_copied_empty)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(list_append(l, two));
    Object *items[] = { someone(), l, two };
    Object *tuple = hold(tuple_new(3, items));
    deed = clear_list;

    Object *copy = hold(copy_deep(tuple));

    EXPECT(tuple_length(copy) == 3);
    EXPECT(list_length(tuple_get(copy, 1)) == 0);
    EXPECT(!object_is(tuple_get(copy, 1), l));
}

static size_t ncopies;

// A copy of its own making, another each time.
static Object *hand_out(Object *self, Table *memo)
{
    (void)self, (void)memo;
    return own(list_get(m, ncopies++));
}

static Type maker = {
    .object = OBJECT_HEAD(&type_type),
    .name = "maker",
    .size = sizeof(Object),
    .deep_copy = hand_out,
};

TEST(what_makes_its_own_copy_is_copied_once)
{
    begin();
    ncopies = 0;
    did(list_append(m, two));
    did(list_append(m, none()));
    Object *item = hold(object_new(&maker));
    did(list_append(l, item));
    did(list_append(l, item));

    Object *copy = hold(copy_deep(l));

    EXPECT(object_is(list_get(copy, 0), two));
    EXPECT(object_is(list_get(copy, 1), two));
}

static Object *clear_memo(Object *self, Table *memo)
{
    table_clear(memo);
    return own(self);
}

static Type forgetful = {
    .object = OBJECT_HEAD(&type_type),
    .name = "forgetful",
    .size = sizeof(Object),
    .deep_copy = clear_memo,
};

TEST(what_an_item_takes_out_of_the_memo_is_copied_again)
{
    mem_fail_after(SIZE_MAX);
    begin();
    did(list_append(l, m));
    did(list_append(l, hold(object_new(&forgetful))));
    did(list_append(l, m));

    Object *copy = hold(copy_deep(l));

    EXPECT(list_length(copy) == 3);
    EXPECT(!object_is(list_get(copy, 0), list_get(copy, 2)));
}

TEST(a_copy_that_an_item_refuses_is_refused_with_its_words)
{
    mem_fail_after(SIZE_MAX);
    begin();
    Object *item = someone();
    did(list_append(l, item));
    did(dict_set(d, none(), item));
    Object *all[] = { l, d, hold(tuple_new(1, &item)) };
    refuses = true;

    for (int i = 0; i < 3; i++)
        EXPECT(fails(copy_deep, all[i], &type_error));
}

// Memory fails as well

static bool update(void)
{
    return table_update(&((Dict *)e)->table, &((Dict *)d)->table);
}

static bool fill_deep(void)
{
    Table memo = { .by_identity = true };
    Table *to = &((Dict *)e)->table;
    bool done = copy_table(to, &((Dict *)d)->table, &memo);
    table_clear(&memo);
    return done;
}

// { two keys of one hash : a list that its own item empties }
static void refill(void)
{
    clear_list();
    list_append(l, m);
    list_append(l, two);
    dict_clear(d);
    dict_clear(e);
    dict_set(d, someone(), l);
    dict_set(d, someone(), none());
}

// Let `fill` fill `e` with memory for 0, 1, 2 … blocks, until it lacks
// none. Whether it said at each time why it failed, if it did.
static bool says_why(bool (*fill)(void), void (*to_do)(void))
{
    for (size_t n = 0;; n++) {
        deed = NULL;
        refill();
        deed = to_do;
        mem_fail_after(n);
        bool done = fill();
        mem_fail_after(SIZE_MAX);
        const Exception *error = error_occurred();
        error_clear();
        if (done != (error == NULL))
            return false;
        if (error != &memory_error)
            return true;
    }
}

TEST(a_copy_for_which_there_is_no_memory_says_so_whoever_is_asked)
{
    mem_fail_after(SIZE_MAX);
    begin();
    answer = NO;

    EXPECT(says_why(update, clear_dict));
    EXPECT(says_why(update, clear_target));
    EXPECT(says_why(fill_deep, clear_dict));
    EXPECT(says_why(fill_deep, clear_list));
}

// Compared

TEST(lists_that_an_item_clears_while_they_are_compared_are_equal)
{
    begin();
    did(list_append(l, someone()));
    did(list_append(l, none()));
    did(list_append(m, someone()));
    did(list_append(m, two));
    deed = clear_lists;

    EXPECT(object_equal(l, m));
}

TEST(lists_of_which_one_is_cleared_while_they_are_compared_are_not)
{
    begin();
    did(list_append(l, someone()));
    did(list_append(m, someone()));
    deed = clear_list;

    EXPECT(!object_equal(l, m) && error_occurred() == NULL);
}

TEST(tuples_in_lists_are_compared_to_their_end)
{
    begin();
    Object *ours[] = { someone(), two }, *theirs[] = { someone(), two };
    did(list_append(l, hold(tuple_new(2, ours))));
    did(list_append(m, hold(tuple_new(2, theirs))));
    deed = clear_lists;

    EXPECT(object_equal(l, m) && list_length(l) == 0);
}

TEST(an_item_is_asked_before_tuples_are_found_to_differ_in_length)
{
    begin();
    Object *ours[] = { someone(), two }, *theirs[] = { someone() };
    Object *a = hold(tuple_new(2, ours));
    Object *b = hold(tuple_new(1, theirs));
    did(list_append(l, none()));
    deed = clear_list;

    EXPECT(!object_equal(a, b) && list_length(l) == 0);
}

TEST(an_item_that_clears_its_list_is_found_in_it_or_not)
{
    begin();
    did(list_append(l, someone()));
    did(list_append(l, two));
    deed = clear_list;
    EXPECT(list_contains(l, none()) && list_length(l) == 0);

    did(list_append(l, someone()));
    did(list_append(l, two));
    answer = NO;
    deed = clear_list;
    EXPECT(!list_contains(l, two) && list_length(l) == 0);
}

TEST(an_inner_list_is_found_though_its_item_drops_it)
{
    begin();
    Object *inner = hold(list_new()), *wanted = hold(list_new());
    did(list_append(inner, someone()));
    did(list_append(inner, two));
    did(list_append(wanted, none()));
    did(list_append(wanted, two));
    did(list_append(l, inner));
    did(list_append(l, none()));
    deed = clear_list;

    EXPECT(list_contains(l, wanted) && list_length(l) == 0);
}

// Shown

TEST(a_list_that_an_item_clears_while_it_is_shown_shows_that_item)
{
    begin();
    did(list_append(l, someone()));
    did(list_append(l, two));
    deed = clear_list;

    EXPECT(reads(l, "[hostile]") && list_length(l) == 0);
}

TEST(an_inner_row_is_shown_whole_though_the_outer_one_is_cleared)
{
    begin();
    Object *items[] = { someone(), two };
    did(list_append(l, hold(tuple_new(2, items))));
    did(list_append(l, two));
    deed = clear_list;
    EXPECT(reads(l, "[(hostile, 2000)]"));

    did(dict_set(d, none(), hold(tuple_new(2, items))));
    did(dict_set(d, two, two));
    deed = clear_dict;
    EXPECT(reads(d, "{None: (hostile, 2000)}"));
}

TEST(a_key_that_clears_the_outer_list_is_shown_with_its_value)
{
    begin();
    did(dict_set(d, someone(), two));
    did(list_append(l, d));
    did(list_append(l, two));
    deed = clear_list;

    EXPECT(reads(l, "[{hostile: 2000}]") && list_length(l) == 0);
}

static bool show_its_list(FILE *out, Object *self)
{
    (void)self;
    return fputs("Me", out) != EOF && object_show(out, l);
}

static Type vain = {
    .object = OBJECT_HEAD(&type_type),
    .name = "vain",
    .size = sizeof(Object),
    .show = show_its_list,
};

TEST(an_item_that_shows_its_list_shows_dots)
{
    begin();
    did(list_append(l, hold(object_new(&vain))));
    did(list_append(l, two));

    EXPECT(reads(l, "[Me[...], 2000]"));
}

static bool fail_to_show(FILE *out, Object *self)
{
    (void)out, (void)self;
    error_set(&type_error, "no");
    return false;
}

static Type shy = {
    .object = OBJECT_HEAD(&type_type),
    .name = "shy",
    .size = sizeof(Object),
    .show = fail_to_show,
};

TEST(a_list_can_be_shown_after_an_item_that_could_not)
{
    begin();
    did(list_append(l, hold(object_new(&shy))));
    EXPECT(!object_show(stdout, l));
    EXPECT(error_occurred() == &type_error);
    error_clear();

    list_set(l, 0, two);

    EXPECT(reads(l, "[2000]"));
}
