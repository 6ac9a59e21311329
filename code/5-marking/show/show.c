// show.c: a walk along all references, from a scope or an object.
//
// Each object is written once, when it is first met, and right after
// it the references that it holds.
#include "show/show.h"

#include "base/panic.h"
#include "types/int.h"
#include "types/singleton.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/instance.h"

#include <stdlib.h>

typedef struct Walk {
    FILE *out;
    Object **seen;  // the objects met so far
    size_t nseen;   // how many there are
    Object *holder; // whose references we go through
    size_t slot;    // the number of the next one
    size_t depth;   // how many holders we are in
} Walk;

typedef bool Write(FILE *out, Object *self); // a slot show or print

static void write_letter(FILE *out, int letter)
{
    if (letter == '\n')
        fputs("\\\\n", out);
    else if (letter < ' ')
        fprintf(out, "\\\\x%02x", letter);
    else if (letter == '"' || letter == '\\')
        fprintf(out, "\\%c", letter);
    else
        fputc(letter, out);
}

static void write_text(FILE *out, Object *self, Write *write)
{
    FILE *aside = tmpfile();
    if (aside == NULL)
        panic("no file is left to draw with");
    write(aside, self);
    rewind(aside);
    for (int letter; (letter = fgetc(aside)) != EOF;)
        write_letter(out, letter);
    fclose(aside);
}

static void write_entries(Walk *walk, const Table *table,
                          Write *write_key);

static void write_target(Walk *walk, Object *weakref);

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
    if (type == &tuple_type)
        return tuple_length(self) == 0;
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
    bool is_plain = instance_attributes(self) == NULL;
    const char *form = is_plain ? " [type=%s" : " [type=\"%s\"";
    fprintf(out, form, self->type->name);
    // Write what else is known of the object
    if (self->type->visit == NULL) {
        fputs(", value=\"", out);
        write_text(out, self, object_show);
        fputc('"', out);
    }
    fprintf(out, ", count=%zu", ref_count(self));
    size_t refs = track_can(self) ? track_head(self)->refs : 0;
    if (refs == SIZE_MAX)
        fputs(", gc_refs=aside", out);
    else if (refs > 0)
        fprintf(out, ", gc_refs=%zu", refs - 1);
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
    // Follow what the holder holds
    const Table *attributes = instance_attributes(self);
    bool is_dict = type_is_subtype(self->type, &dict_type);
    if (is_dict)
        write_entries(&inner, &((Dict *)self)->table, object_show);
    if (attributes != NULL)
        write_entries(&inner, attributes, str_type.print);
    else if (!is_dict)
        self->type->visit(self, follow, &inner);
    if (self->type == &weakref_type)
        write_target(&inner, self);
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

static void write_arrow(Walk *walk, Object *child, const char *slot)
{
    begin_arrow(walk, child);
    fprintf(walk->out, " [slot=\"%s %zu\"];\n", slot, walk->slot);
    write_node(walk, child);
}

static bool is_label(Object *key)
{
    return type_is_subtype(key->type, &str_type)
           || type_is_subtype(key->type, &int_type);
}

typedef struct Pairs {
    Walk *walk;
    Write *write_key;
} Pairs;

static bool write_pair(const Entry *entry, void *context)
{
    const Pairs *pairs = context;
    Walk *walk = pairs->walk;
    if (!is_label(entry->key)) {
        write_arrow(walk, entry->key, "key");
        write_arrow(walk, entry->value, "value");
        walk->slot++;
        return true;
    }
    begin_arrow(walk, entry->value);
    fputs(" [slot=\"", walk->out);
    write_text(walk->out, entry->key, pairs->write_key);
    fputs("\"];\n", walk->out);
    write_node(walk, entry->value);
    return true;
}

static void write_entries(Walk *walk, const Table *table,
                          Write *write_key)
{
    Pairs pairs = { walk, write_key };
    for (size_t i = 0; i < table->used; i++)
        if (table->entries[i].key != NULL)
            write_pair(&table->entries[i], &pairs);
}

static void write_target(Walk *walk, Object *weakref)
{
    Object *target = weakref_get(weakref);
    if (target == NULL)
        return;
    decref(target); // so that its count is right; others hold it
    begin_arrow(walk, target);
    fputs(" [slot=target, counted=no];\n", walk->out);
    write_node(walk, target);
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

void show_rings(FILE *out, const Scope *scope, Ring *const *rings)
{
    Walk walk = { .out = out };
    write_scope(&walk, scope);
    for (; *rings != NULL; rings++)
        for (Ring *at = (*rings)->next; at != *rings; at = at->next)
            write_node(&walk, track_object(at));
    free(walk.seen);
}
