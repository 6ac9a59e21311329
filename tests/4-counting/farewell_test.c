// farewell_test.c: what one farewell can do to another.
//
// Python 3.11 prints "newer" and "older":
//
//     import weakref
//     class A: pass
//     def newer(w): print("newer"); refs.clear()
//     a = A()
//     refs = [weakref.ref(a, lambda w: print("older"))]
//     r = weakref.ref(a, newer)
//     del a
#include "check.h"
#include "types/instance.h"
#include "types/list.h"

#include <string.h>

static Class class;
static char said[8];
static Object *place;

static void say_older(Object *weakref, Object *with)
{
    (void)with;
    strcat(said, weakref_get(weakref) == NULL ? "o" : "x");
}

static void drop_older(Object *weakref, Object *with)
{
    (void)with;
    strcat(said, weakref_get(weakref) == NULL ? "n" : "x");
    list_clear(place);
}

static bool append_weakref(Object *list, Object *target)
{
    Object *weak = weakref_new(target, say_older, NULL);
    bool done = weak != NULL && list_append(list, weak);
    ref_clear(&weak);
    return done;
}

static bool bind_x(void)
{
    Object *self = instance_new(&class);
    bool done = self != NULL && scope_bind(names, "x", self);
    ref_clear(&self);
    return done;
}

TEST(a_farewell_that_drops_another_weak_reference_does_not_silence_it)
{
    said[0] = '\0';
    class = class_new("class", NULL);
    place = hold(list_new());
    did(bind_x());
    did(append_weakref(place, scope_lookup(names, "x")));
    hold(weakref_new(scope_lookup(names, "x"), drop_older, NULL));

    scope_unbind(names, "x");

    EXPECT(strcmp(said, "no") == 0);
}
