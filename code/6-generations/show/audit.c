// audit.c: takes every reference off its object's count, looks at what
// is left, and puts all of them back.
#include "show/audit.h"

#include "base/panic.h"
#include "names/scope.h"

static void take(Object *child, void *context)
{
    (void)context;
    child->count--;
}

static void look(Object *child, void *context)
{
    (void)context;
    if (child->count > SIZE_MAX / 2)
        panic("a %s counts %zu too few references",
              child->type->name, 0 - child->count);
}

static void give_back(Object *child, void *context)
{
    (void)context;
    child->count++;
}

static void visit_all(Visit visit)
{
    // Visit all that is held by what is tracked
    for (int age = YOUNG; age < AGES; age++) {
        Ring *all = track_ring(age);
        for (Ring *at = all->next; at != all; at = at->next) {
            Object *self = track_object(at);
            self->type->visit(self, visit, NULL);
        }
    }
    scope_visit_all(visit, NULL);
}

size_t audit(void)
{
    visit_all(take);
    visit_all(look);
    size_t elsewhere = 0;
    // Add up the counts that are left
    for (int age = YOUNG; age < AGES; age++) {
        Ring *all = track_ring(age);
        for (Ring *at = all->next; at != all; at = at->next)
            elsewhere += track_object(at)->count;
    }
    visit_all(give_back);
    return elsewhere;
}
