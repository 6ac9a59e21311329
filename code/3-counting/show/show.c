// show.c: a walk along all references, from a scope or an object.
//
// Each object is written once, when it is first met, and right behind
// it the references that it holds.
#include "show/show.h"

#include "base/panic.h"
#include "memory/mem.h"
#include "types/int.h"
#include "types/singleton.h"

#include <stdlib.h>
#include "types/tuple.h"

typedef struct Walk {
    FILE *out;
    Object **seen;        // whom we have met already
    size_t nseen;         // how many they are
    const char *scope;    // whose names we go through, or
    const Object *holder; //   whose references
    size_t slot;          // the number of the next reference
} Walk;

static bool meet(Walk *walk, Object *self)
{
    for (size_t i = 0; i < walk->nseen; i++)
        if (walk->seen[i] == self)
            return false;
    // Remember the object
    size_t nbytes = (walk->nseen + 1) * sizeof(Object *);
    walk->seen = realloc(walk->seen, nbytes);
    if (walk->seen == NULL)
        panic("no memory is left to draw with");
    walk->seen[walk->nseen++] = self;
    return true;
}

static bool is_static(const Object *self)
{
    // Look for it among the static objects
    if (self->type == &int_type)
        return int_is_cached(int_value(self));
    if (self->type == &tuple_type)
        return tuple_length(self) == 0;
    return self->type == &bool_type || self->type == &none_type;
}

static void write_name(FILE *out, const Object *self)
{
    fprintf(out, "\"%s ", self->type->name);
    if (is_static(self))
        object_show(out, self);
    else
        fprintf(out, "#%zu", mem_birth(self));
    fputc('"', out);
}

static void follow(Object *child, void *context);

static void write_node(Walk *walk, Object *self)
{
    if (!meet(walk, self))
        return;
    // Write the object's own line
    fputs("  ", walk->out);
    write_name(walk->out, self);
    fprintf(walk->out, " [type=%s", self->type->name);
    // Write what else is known of the object
    if (self->type->visit == NULL) {
        fputs(", value=\"", walk->out);
        object_show(walk->out, self);
        fputc('"', walk->out);
    }
    fprintf(walk->out, ", count=%zu", ref_count(self));
    fputs("];\n", walk->out);
    if (self->type->visit == NULL)
        return;
    // Go on to whom the object holds
    Walk inner = *walk;
    inner.holder = self;
    inner.slot = 0;
    self->type->visit(self, follow, &inner);
    walk->seen = inner.seen;
    walk->nseen = inner.nseen;
}

static void follow(Object *child, void *context)
{
    Walk *walk = context;
    fputs("  ", walk->out);
    write_name(walk->out, walk->holder);
    fputs(" -> ", walk->out);
    write_name(walk->out, child);
    fprintf(walk->out, " [slot=%zu];\n", walk->slot++);
    write_node(walk, child);
}

static void follow_name(const char *name, Object *value, void *context)
{
    Walk *walk = context;
    fprintf(walk->out, "  \"%s\" -> ", walk->scope);
    write_name(walk->out, value);
    fprintf(walk->out, " [slot=\"%s\"];\n", name);
    write_node(walk, value);
}

void show_object(FILE *out, Object *self)
{
    Walk walk = { .out = out };
    write_node(&walk, self);
    free(walk.seen);
}

static void write_scope(Walk *walk, const Scope *scope)
{
    if (scope == NULL)
        return;
    write_scope(walk, scope_caller(scope));
    walk->scope = scope_title(scope);
    fprintf(walk->out, "  \"%s\" [type=scope];\n", walk->scope);
    scope_each(scope, follow_name, walk);
}

void show_scope(FILE *out, const Scope *scope)
{
    Walk walk = { .out = out };
    write_scope(&walk, scope);
    free(walk.seen);
}
