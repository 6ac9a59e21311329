// scope_end_test.c: what a finalizer can do to the scope that ends.
#include "check.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/singleton.h"

static Class class;
static Scope *ending;

static void bind_y(Object *self)
{
    if (ending != NULL && self != NULL)
        scope_bind(ending, "y", none());
}

TEST(a_name_that_is_bound_while_its_scope_ends_leaves_nothing)
{
    mem_fail_after(SIZE_MAX); // so that the finalizer can bind it
    class = class_new("class", NULL);
    class.type.finalize = bind_y;
    size_t live = mem_live_bytes();
    ending = scope_new("ending");
    Object *self = instance_new(&class);
    scope_bind(ending, "x", self);
    decref(self);

    scope_free(ending);

    EXPECT(mem_live_bytes() == live);
}

static void bind_number(Object *self)
{
    Object *number = int_new(1000);
    scope_bind(ending, self->type->name, number);
    decref(number);
}

TEST(what_is_bound_while_its_scope_ends_ends_with_it)
{
    mem_fail_after(SIZE_MAX);
    class = class_new("class", NULL);
    class.type.finalize = bind_number;
    size_t live = mem_live_bytes();
    ending = scope_new("ending");
    Object *self = instance_new(&class);
    scope_bind(ending, "x", self);
    decref(self);

    scope_free(ending);

    EXPECT_EQ(mem_live_bytes(), live);
}
