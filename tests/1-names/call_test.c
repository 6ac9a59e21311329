// call_test.c: what chapter 1 claims of calls.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "show/show.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

#include <stdlib.h>
#include <string.h>

static Object *seen, *seven;

static Object *look(Scope *locals)
{
    seen = scope_lookup(locals, "x");
    return own(none());
}

static Object *give_back(Scope *locals)
{
    return own(scope_lookup(locals, "x"));
}

static Object *fail(Scope *locals)
{
    (void)locals;
    return NULL;
}

static Object *append_seven(Scope *locals)
{
    bool done = list_append(scope_lookup(locals, "x"), seven);
    return done ? own(none()) : NULL;
}

static Object *rebind(Scope *locals)
{
    bool done = scope_bind(locals, "x", none());
    return done ? own(none()) : NULL;
}

static bool found;

// Whether the picture of the callee begins with its caller.
static Object *draw_both(Scope *locals)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    show_scope(out, locals);
    fclose(out);
    const char *caller = strstr(text, "\"names\" [type=scope]");
    found =
        caller != NULL && strstr(caller, "\"f\" [type=scope]") != NULL;
    free(text);
    return own(none());
}

TEST(a_parameter_means_the_object_of_the_caller)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, look };

    hold(scope_call(&f, &list, names));

    EXPECT_EQ(seen, list);
}

TEST(a_call_answers_what_the_body_returns)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, give_back };

    EXPECT_EQ(hold(scope_call(&f, &list, names)), list);
}

TEST(a_function_takes_two_arguments_in_their_order)
{
    Object *both[] = { hold(int_new(1000)), hold(int_new(2000)) };
    Function f = { "f", { "y", "x" }, give_back };

    EXPECT_EQ(hold(scope_call(&f, both, names)), both[1]);
}

TEST(what_a_function_changes_is_changed_for_the_caller)
{
    Object *list = hold(list_new());
    seven = hold(int_new(7));
    Function f = { "f", { "x" }, append_seven };

    hold(scope_call(&f, &list, names));

    EXPECT_EQ(int_value(list_get(list, 0)), 7);
}

TEST(rebinding_a_parameter_leaves_the_caller_alone)
{
    Object *list = hold(list_new());
    did(scope_bind(names, "x", list));
    Function f = { "f", { "x" }, rebind };

    hold(scope_call(&f, &list, names));

    EXPECT_EQ(scope_lookup(names, "x"), list);
}

TEST(a_scope_that_was_called_shows_its_caller_first)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, draw_both };

    hold(scope_call(&f, &list, names));

    EXPECT(found);
}

TEST(a_call_that_has_ended_leaves_no_scope_behind)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, look };
    size_t live = mem_live_bytes();

    hold(scope_call(&f, &list, names));

    EXPECT_EQ(mem_live_bytes(), live);
}

TEST(a_function_takes_three_arguments)
{
    Object *all[] = { none(), none(), hold(int_new(1000)) };
    Function f = { "f", { "y", "z", "x" }, give_back };

    EXPECT_EQ(hold(scope_call(&f, all, names)), all[2]);
}

TEST(a_call_that_fails_leaves_no_scope_behind)
{
    Object *x = none();
    Function f = { "f", { "x" }, fail };
    size_t live = mem_live_bytes();

    Object *result = (scope_call)(&f, &x, names); // nothing to hold

    EXPECT(result == NULL);
    EXPECT_EQ(mem_live_bytes(), live);
}
