#include "show/show.h"

#include "base/panic.h"
#include "memory/mem.h"
#include "types/int.h"

#include <stdlib.h>

typedef struct Seen {
    Object **objects;
    size_t length;
} Seen;

static bool meet(Seen *seen, Object *self)
{
    for (size_t i = 0; i < seen->length; i++)
        if (seen->objects[i] == self)
            return false;
    size_t nbytes = (seen->length + 1) * sizeof(Object *);
    seen->objects = realloc(seen->objects, nbytes);
    if (seen->objects == NULL)
        panic("no memory is left to draw with");
    seen->objects[seen->length++] = self;
    return true;
}

static bool is_static(const Object *self)
{
    return self->type == &int_type
        && int_is_cached(int_value(self));
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

typedef struct Walk {
    FILE *out;
    Seen *seen;
    const Object *holder; // whose references we go through
    size_t slot;          // the number of the next one
} Walk;

static void write_node(FILE *out, Seen *seen, Object *self);

static void follow(Object *child, void *context)
{
    Walk *walk = context;
    fputs("  ", walk->out);
    write_name(walk->out, walk->holder);
    fputs(" -> ", walk->out);
    write_name(walk->out, child);
    fprintf(walk->out, " [slot=%zu];\n", walk->slot++);
    write_node(walk->out, walk->seen, child);
}

static void write_node(FILE *out, Seen *seen, Object *self)
{
    if (!meet(seen, self))
        return;
    fputs("  ", out);
    write_name(out, self);
    fprintf(out, " [type=%s", self->type->name);
    // Write what else is known of the object
    if (self->type->visit == NULL) {
        fputs(", value=\"", out);
        object_show(out, self);
        fputc('"', out);
    }
    fputs("];\n", out);
    Walk walk = { .out = out, .seen = seen, .holder = self };
    if (self->type->visit != NULL)
        self->type->visit(self, follow, &walk);
}

void show_object(FILE *out, Object *self)
{
    Seen seen = { 0 };
    write_node(out, &seen, self);
    free(seen.objects);
}

typedef struct Names {
    FILE *out;
    Seen *seen;
    const char *title;
} Names;

static void follow_name(const char *name, Object *value, void *context)
{
    Names *names = context;
    fprintf(names->out, "  \"%s\" -> ", names->title);
    write_name(names->out, value);
    fprintf(names->out, " [slot=\"%s\"];\n", name);
    write_node(names->out, names->seen, value);
}

void show_scope(FILE *out, const Scope *scope)
{
    Seen seen = { 0 };
    Names names = { out, &seen, scope_title(scope) };
    fprintf(out, "  \"%s\" [type=scope];\n", names.title);
    scope_each(scope, follow_name, &names);
    free(seen.objects);
}
