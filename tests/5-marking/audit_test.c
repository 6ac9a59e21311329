// audit_test.c: what chapter 5 claims of the recount of all references.
#include "check.h"
#include "given.h"

#include "memory/mem.h"
#include "show/audit.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

static Class class;

TEST(where_only_names_and_containers_hold_nothing_is_held_elsewhere)
{
    did(give("x", list_new()));
    did(give("y", dict_new()));
    did(list_append(named("x"), named("y")));
    did(dict_set(named("y"), none(), named("x")));
    did(list_append(named("x"), named("x")));

    EXPECT_EQ(audit(), 0);
}

TEST(what_c_holds_is_counted)
{
    did(give("x", list_new()));
    Object *list = hold(list_new());
    EXPECT_EQ(audit(), 1);

    hold(own(list)), hold(own(named("x")));

    EXPECT_EQ(audit(), 3);
}

TEST(only_references_to_what_is_tracked_are_answered)
{
    hold(int_new(1000)), hold(str_new("text")), hold(dict_new());
    EXPECT_EQ(audit(), 0);

    Object *list = hold(list_new());
    did(list_append(list, none()));
    EXPECT_EQ(audit(), 1);
}

TEST(what_every_kind_of_container_holds_is_found)
{
    class = class_new("class", NULL);
    did(give("x", list_new()));
    Object *x = named("x"), *tuple = hold(tuple_new(1, &x));
    Object *set = hold(set_new()), *dict = hold(dict_new());
    Object *one = hold(instance_new(&class));
    did(list_append(x, tuple)), did(set_add(set, one));
    did(dict_set(dict, one, x)), did(instance_set(one, "x", x));
    hold(weakref_new(one, NULL, x));
    EXPECT_EQ(audit(), 5);
    scope_unbind(names, "x");
    EXPECT_EQ(audit(), 5);
}

TEST(all_living_scopes_hold)
{
    Scope *inner = scope_new("inner");
    did(inner != NULL);
    Object *list = list_new();
    bool done = list != NULL && scope_bind(inner, "x", list);
    size_t elsewhere = done ? audit() : 1;
    ref_clear(&list);
    EXPECT_EQ(elsewhere, 1);
    EXPECT(!done || audit() == 0);
    scope_free(inner);
}

TEST(an_audit_leaves_all_counts_as_they_were)
{
    Object *list = hold(list_new()), *text = hold(str_new("text"));
    did(list_append(list, list)), did(list_append(list, text));
    did(scope_bind(names, "x", text));
    size_t count_of_none = ref_count(none());

    EXPECT_EQ(audit(), 1);

    EXPECT(ref_count(list) == 2 && ref_count(text) == 3);
    EXPECT_EQ(ref_count(none()), count_of_none);
}

TEST(an_audit_needs_no_memory)
{
    mem_fail_after(SIZE_MAX);
    Object *list = hold(list_new());
    list_append(list, list);
    mem_fail_after(0);

    EXPECT_EQ(audit(), 1);

    EXPECT(!mem_has_failed());
}

TEST(a_reference_too_many_is_answered)
{
    did(give("x", list_new()));
    incref(named("x"));

    EXPECT_EQ(audit(), 1);

    decref(named("x"));
    EXPECT_EQ(audit(), 0);
}

static void audit_without(Object *self)
{
    self->count--;
    audit();
}

TEST(a_list_that_counts_too_few_ends_in_a_sentence)
{
    did(give("x", list_new()));
    did(list_append(named("x"), named("x")));

    EXPECT_PANIC(audit_without(named("x")),
                 "a list counts 1 too few references");
}

TEST(an_atom_that_counts_too_few_does_so_too)
{
    did(give("x", list_new()));
    did(give("y", str_new("text")));
    did(list_append(named("x"), named("y")));
    Object *y = named("y");

    EXPECT_PANIC(audit_without(y), "a str counts 1 too few references");
}

TEST(a_count_that_is_missing_is_found_though_c_holds_others)
{
    Object *list = hold(list_new()), *other = hold(list_new());
    did(list_append(other, list)), did(list_append(other, list));
    list->count--;
    EXPECT_EQ(audit(), 1); // the test's own cannot be told from it

    list->count++;
    EXPECT_PANIC((list->count--, audit_without(list)),
                 "a list counts 1 too few references");
}

TEST(what_is_not_tracked_holds_from_elsewhere)
{
    did(give("x", list_new()));
    did(give("y", list_new()));
    did(list_append(named("x"), named("y")));
    track_remove(named("x"));

    EXPECT_EQ(audit(), 1);

    track_add(named("x"));
    EXPECT_EQ(audit(), 0);
}
