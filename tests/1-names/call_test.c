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

static bool look(Scope *locals)
{
    seen = scope_lookup(locals, "x");
    return true;
}

static bool append_seven(Scope *locals)
{
    return list_append(scope_lookup(locals, "x"), seven);
}

static bool rebind(Scope *locals)
{
    return scope_bind(locals, "x", none());
}

static bool found;

// Whether the picture of the callee has its caller in it too.
static bool draw_both(Scope *locals)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    show_scope(out, locals);
    fclose(out);
    found = strstr(text, "\"names\" [type=scope]") != NULL;
    free(text);
    return true;
}

TEST(a_parameter_means_the_caller_s_object)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, look };

    did(scope_call(&f, &list, names));

    EXPECT(object_is(seen, list));
}

TEST(what_a_function_changes_is_changed_for_the_caller)
{
    Object *list = hold(list_new());
    seven = hold(int_new(7));
    Function f = { "f", { "x" }, append_seven };

    did(scope_call(&f, &list, names));

    EXPECT(int_value(list_get(list, 0)) == 7);
}

TEST(rebinding_a_parameter_leaves_the_caller_alone)
{
    Object *list = hold(list_new());
    did(scope_bind(names, "x", list));
    Function f = { "f", { "x" }, rebind };

    did(scope_call(&f, &list, names));

    EXPECT(object_is(scope_lookup(names, "x"), list));
}

TEST(a_scope_that_was_called_shows_its_caller_too)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, draw_both };

    did(scope_call(&f, &list, names));

    EXPECT(found);
}

TEST(a_call_that_has_ended_leaves_no_scope_behind)
{
    Object *list = hold(list_new());
    Function f = { "f", { "x" }, look };
    size_t live = mem_live_bytes();

    did(scope_call(&f, &list, names));

    EXPECT(mem_live_bytes() == live);
}
