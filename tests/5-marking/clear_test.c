// clear_test.c: what chapter 5 claims of the slots that it adds, and of
// what they are made of.
#define _POSIX_C_SOURCE 200809L
#include "named.h"

#include "show/show.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/tuple.h"

#include <stdlib.h>

static Class class, derived;
static Object *x; // what is held

static void begin(void)
{
    class = class_new("class", NULL);
    derived = class_new("derived", &dict_type);
    x = hold(list_new());
}

static void clear(Object *self)
{
    self->type->clear(self);
}

static void count_child(Object *child, void *n)
{
    *(size_t *)n += child == x;
}

static size_t holds_x(Object *self)
{
    size_t n = 0;
    self->type->visit(self, count_child, &n);
    return n;
}

// ---- To clear.

TEST(a_list_that_is_cleared_holds_nothing_and_can_be_filled)
{
    begin();
    Object *list = hold(list_new());
    did(list_append(list, x)), did(list_append(list, x));

    clear(list);
    EXPECT(list_length(list) == 0 && ref_count(x) == 1);

    did(list_append(list, x));
    EXPECT_EQ(list_get(list, 0), x);
}

TEST(a_dict_that_is_cleared_holds_nothing_and_can_be_filled)
{
    begin();
    Object *dict = hold(dict_new());
    did(dict_set(dict, none(), x));

    clear(dict);
    EXPECT(dict_length(dict) == 0 && ref_count(x) == 1);

    did(dict_set(dict, none(), x));
    EXPECT_EQ(dict_get(dict, none()), x);
}

TEST(a_set_that_is_cleared_holds_nothing_and_can_be_filled)
{
    begin();
    Object *set = hold(set_new()), *one = hold(instance_new(&class));
    did(set_add(set, one));

    clear(set);
    EXPECT(set_length(set) == 0 && ref_count(one) == 1);

    did(set_add(set, one));
    EXPECT(set_contains(set, one));
}

TEST(an_instance_that_is_cleared_has_no_attribute_and_can_have_some)
{
    begin();
    Object *one = hold(instance_new(&class));
    did(instance_set(one, "x", x));

    clear(one);
    EXPECT(instance_get(one, "x") == NULL && ref_count(x) == 1);

    did(instance_set(one, "x", x));
    EXPECT_EQ(instance_get(one, "x"), x);
}

TEST(a_dict_of_a_class_that_is_cleared_has_neither_items_nor_attributes)
{
    begin();
    Object *one = hold(instance_new(&derived));
    did(instance_set(one, "x", x));
    did(dict_set(one, none(), x));

    clear(one);

    EXPECT(instance_get(one, "x") == NULL && dict_length(one) == 0);
    EXPECT_EQ(ref_count(x), 1);
}

static int nsaid;

static void count_word(Object *weakref, Object *with)
{
    nsaid += weakref != with;
}

TEST(a_weak_reference_that_is_cleared_is_dead_and_keeps_nothing)
{
    begin();
    nsaid = 0;
    Object *one = instance_new(&class);
    did(one != NULL);
    Object *weakref = weakref_new(one, count_word, x);
    if (weakref != NULL)
        clear(weakref);
    EXPECT(weakref == NULL || is_dead(weakref));
    decref(one);
    ref_clear(&weakref);
    EXPECT(nsaid == 0 && ref_count(x) == 1);
}

TEST(what_is_cleared_twice_is_cleared)
{
    begin();
    Object *list = hold(list_new()), *dict = hold(dict_new());
    did(list_append(list, x)), did(dict_set(dict, none(), x));
    clear(list), clear(dict);

    clear(list), clear(dict);

    EXPECT(list_length(list) == 0 && dict_length(dict) == 0);
    EXPECT_EQ(ref_count(x), 1);
}

TEST(a_tuple_cannot_be_cleared)
{
    EXPECT(tuple_type.clear == NULL);
}

// ---- To visit.

TEST(an_instance_is_visited_as_often_as_it_holds)
{
    begin();
    Object *one = hold(instance_new(&class));
    did(instance_set(one, "a", x)), did(instance_set(one, "b", x));

    EXPECT_EQ(holds_x(one), 2);
}

TEST(a_dict_of_a_class_is_visited_for_items_and_attributes)
{
    begin();
    Object *one = hold(instance_new(&derived));
    did(instance_set(one, "a", x)), did(dict_set(one, none(), x));

    EXPECT_EQ(holds_x(one), 2);
}

TEST(every_name_of_every_scope_is_visited)
{
    begin();
    did(scope_bind(names, "a", x)), did(scope_bind(names, "b", x));
    Scope *inner = scope_new("inner");
    did(inner != NULL);
    size_t nbound = 2 + scope_bind(inner, "x", x), n = 0;
    scope_visit_all(count_child, &n);
    scope_free(inner);
    EXPECT_EQ(n, nbound);
}

TEST(a_scope_that_has_ended_in_any_order_is_not_visited)
{
    begin();
    Scope *first = scope_new("first");
    Scope *second = first == NULL ? NULL : scope_new("second");
    bool is_bound = second != NULL && scope_bind(second, "x", x);
    if (first != NULL)
        scope_free(first);
    size_t n = 0;
    scope_visit_all(count_child, &n);
    if (second != NULL)
        scope_free(second);
    EXPECT_EQ(n, is_bound);
}

// ---- To finalize.

TEST(to_finalize_twice_is_to_do_it_once)
{
    begin_named();
    make("a");

    ref_finalize(named("a")), ref_finalize(named("a"));
    EXPECT(was_said("a") && ref_count(named("a")) == 1);

    forget("a");
    EXPECT(was_said(""));
}

// ---- Memory, and drawings.

TEST(to_free_nothing_does_nothing)
{
    size_t live = mem_live_bytes();

    object_free(NULL);

    EXPECT_EQ(mem_live_bytes(), live);
}

TEST(a_container_takes_a_head_more_than_its_size)
{
    size_t live = mem_live_bytes();
    hold(list_new());
    EXPECT_EQ(mem_live_bytes() - live, sizeof(Head) + list_type.size);

    live = mem_live_bytes();
    hold(int_new(1000));
    EXPECT_EQ(mem_live_bytes() - live, int_type.size);
}

TEST(the_birth_of_a_container_is_that_of_its_block)
{
    Object *first = hold(list_new()), *second = hold(int_new(1000));
    Object *third = hold(dict_new());

    EXPECT_EQ(object_birth(second), object_birth(first) + 1);
    EXPECT_EQ(object_birth(third), object_birth(first) + 2);
    EXPECT_EQ(object_birth(third), mem_birth(track_head(third)));
}

static char *drawing;

static void draw_rings(Ring *const *rings)
{
    size_t nbytes = 0;
    FILE *out = open_memstream(&drawing, &nbytes);
    show_rings(out, names, rings);
    fclose(out);

}

static bool are_drawn(Ring *const *rings, const char *part, int n)
{
    draw_rings(rings);
    int found = 0;
    for (char *at = drawing; (at = strstr(at, part)) != NULL; at++)
        found++;
    free(drawing);
    return found == n;
}

TEST(what_stands_in_a_ring_is_drawn_once_though_no_name_leads_there)
{
    begin();
    did(scope_bind(names, "x", x));
    hold(set_new());
    Ring *const no_rings[] = { NULL };
    Ring *const rings[] = { &track_all, &track_all, NULL };
    EXPECT(are_drawn(no_rings, "[type=list", 1));
    EXPECT(are_drawn(no_rings, "[type=set", 0));

    EXPECT(are_drawn(rings, "[type=list", 1));
    EXPECT(are_drawn(rings, "[type=set", 1));
}
