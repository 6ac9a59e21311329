// show.c: a walk along all references, from a scope or an object.
//
// Each object is written once, when it is first met, and right after
// it the references that it holds.
#include "show/show.h"

#include "base/panic.h"
#include "types/int.h"
#include "types/singleton.h"

#include <stdlib.h>

typedef struct Walk {
    FILE *out;
    Object **seen;  // the objects met so far
    size_t nseen;   // how many there are
    Object *holder; // whose references we go through
    size_t slot;    // the number of the next one
    size_t depth;   // how many holders we are in
} Walk;

static bool meet(Walk *walk, Object *self)
{
    for (size_t i = 0; i < walk->nseen; i++)
        if (walk->seen[i] == self)
            return false;
    size_t nbytes = (walk->nseen + 1) * sizeof(Object *);
    walk->seen = realloc(walk->seen, nbytes);
    if (walk->seen == NULL)
        panic("no memory is left to draw with");
    walk->seen[walk->nseen++] = self;
    return true;
}

static bool is_static(Object *self)
{
    // Look for it among the static objects
    Type *type = self->type;
    if (type == &int_type)
        return int_is_cached(int_value(self));
    return type == &bool_type || type == &none_type
           || type_is_subtype(type, &type_type);
}

static void write_name(FILE *out, Object *self)
{
    fprintf(out, "\"%s ", self->type->name);
    if (is_static(self))
        object_show(out, self);
    else
        fprintf(out, "#%zu", object_birth(self));
    fputc('"', out);
}

static void follow(Object *child, void *context);

static void write_facts(FILE *out, Object *self)
{
    fprintf(out, " [type=%s", self->type->name);
    // Write what else is known of the object
    if (self->type->visit == NULL) {
        fputs(", value=\"", out);
        object_show(out, self);
        fputc('"', out);
    }
    fputs("];\n", out);
}

static void write_node(Walk *walk, Object *self)
{
    if (!meet(walk, self))
        return;
    fputs("  ", walk->out);
    write_name(walk->out, self);
    write_facts(walk->out, self);
    if (self->type->visit == NULL)
        return;
    if (walk->depth++ == 1000)
        panic("what is over 1000 objects deep cannot be drawn");
    // Go on to what the object holds
    Walk inner = *walk;
    inner.holder = self;
    inner.slot = 0;
    self->type->visit(self, follow, &inner);
    walk->seen = inner.seen;
    walk->nseen = inner.nseen;
    walk->depth--;
}

static void begin_arrow(const Walk *walk, Object *child)
{
    fputs("  ", walk->out);
    write_name(walk->out, walk->holder);
    fputs(" -> ", walk->out);
    write_name(walk->out, child);
}

static void follow(Object *child, void *context)
{
    Walk *walk = context;
    begin_arrow(walk, child);
    fprintf(walk->out, " [slot=%zu];\n", walk->slot++);
    write_node(walk, child);
}

static void write_scope(Walk *walk, const Scope *scope)
{
    if (scope->caller != NULL)
        write_scope(walk, scope->caller);
    fprintf(walk->out, "  \"%s\" [type=scope];\n", scope->title);
    for (size_t i = 0; i < scope->length; i++) {
        const Binding binding = scope->bindings[i];
        fprintf(walk->out, "  \"%s\" -> ", scope->title);
        write_name(walk->out, binding.value);
        fprintf(walk->out, " [slot=\"%s\"];\n", binding.name);
        write_node(walk, binding.value);
    }
}

void show_object(FILE *out, Object *self)
{
    Walk walk = { .out = out };
    write_node(&walk, self);
    free(walk.seen);
}

void show_scope(FILE *out, const Scope *scope)
{
    Walk walk = { .out = out };
    write_scope(&walk, scope);
    free(walk.seen);
}
