// exit_test.c: what is collected when a program ends.
#include "check.h"

#include "gc/inspect.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/list.h"

#include <string.h>

static Class class;
static char said[100];

static void speak(Object *self)
{
    bool is_knot = instance_get(self, "me") == self;
    strcat(said, is_knot && gc_collect() > 0 ? "?" : "");
    strcat(said, is_knot ? "k" : "l");
}

static void note(const char *phase, int generation, size_t collected)
{
    (void)generation, (void)collected;
    strcat(said, strcmp(phase, "start") == 0 ? "(" : ")");
}

static Callback noting = { note, NULL };

static void begin(void)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
    class.type.finalize = speak;
    said[0] = '\0';
}

static void make(bool is_knot)
{
    Object *self = instance_new(&class);
    if (is_knot)
        instance_set(self, "me", self);
    else
        scope_bind(names, "x", self);
    decref(self);
}

// End the program, and begin it again for the rest of the test.
static void leave(void)
{
    scope_exit();
    names = scope_new("names");
}

TEST(first_ends_what_nobody_holds_and_then_what_a_name_holds)
{
    begin();
    make(false);
    make(true);
    gc_enable();
    gc_callbacks = &noting;
    leave();
    EXPECT(strcmp(said, "(k)l") == 0);
}

TEST(disabled_or_not_all_ends_when_the_program_does)
{
    begin();
    make(true);
    make(false);
    gc_callbacks = &noting;
    leave();
    EXPECT(strcmp(said, "lk") == 0);
}

TEST(a_cycle_that_a_name_holds_ends_after_the_name)
{
    begin();
    make(true);
    make(false);
    Object *self = scope_lookup(names, "x");
    instance_set(self, "me", self);
    gc_enable();
    leave();
    EXPECT(strcmp(said, "kk") == 0);
    EXPECT_EQ(gc_collect(), 0);
}
