// instance.c: what instances of all classes have in common.
//
//     without base:        type | body
//     derived from dict:   type | table | body
#include "types/instance.h"

#include "types/copy.h"
#include "types/str.h"

typedef struct Body {
    Table attributes;
    bool is_finalized; // whether the finalizer was called
    struct WeakRef *weakrefs; // the newest weak reference to it
} Body;

static Class *class_of(Object *self)
{
    return (Class *)self->type;
}

static size_t base_bytes(const Type *base)
{
    return base == NULL ? sizeof(Object) : base->size;
}

static Body *body_of(Object *self)
{
    size_t offset = base_bytes(self->type->base);
    return (Body *)((uintptr_t)self + offset);
}

static void visit_parts(Object *self, Visit visit, void *context)
{
    if (self->type->base != NULL)
        self->type->base->visit(self, visit, context);
    table_visit(&body_of(self)->attributes, visit, context);
}

static void drop(Object *self)
{
    table_clear(&body_of(self)->attributes);
    if (self->type->base != NULL)
        self->type->base->drop(self);
}

static bool show(FILE *out, Object *self)
{
    if (self->type->base != NULL)
        return self->type->base->show(out, self);
    return fprintf(out, "<%s object>", self->type->name) > 0;
}

static void finalize(Object *self)
{
    Body *body = body_of(self);
    if (body->is_finalized || class_of(self)->finalize == NULL)
        return;
    body->is_finalized = true;
    class_of(self)->finalize(self);
}

static Table *items_of(Object *self)
{
    return &((Dict *)self)->table;
}

static Object *copy(Object *self)
{
    Object *made = object_new(self->type);
    bool is_whole = made != NULL
                    && table_update(&body_of(made)->attributes,
                                    &body_of(self)->attributes);
    if (is_whole && self->type->base != NULL)
        is_whole = table_update(items_of(made), items_of(self));
    if (!is_whole)
        ref_clear(&made);
    return made;
}

static bool copy_parts(Object *made, Object *self, Table *memo)
{
    return table_set(memo, self, made)
           && copy_table(&body_of(made)->attributes,
                         &body_of(self)->attributes, memo)
           && (self->type->base == NULL
               || copy_table(items_of(made), items_of(self), memo));
}

static Object *deep_copy(Object *self, Table *memo)
{
    Object *made = object_new(self->type);
    if (made != NULL && !copy_parts(made, self, memo)) {
        drop(made); // it may be in itself by now
        ref_clear(&made);
    }
    return made;
}

Object *instance_new(Class *class)
{
    Object *made = object_new(&class->type);
    if (made != NULL && class->init != NULL && !class->init(made))
        ref_clear(&made);
    return made;
}

bool instance_set(Object *self, const char *name, Object *value)
{
    Object *key = str_intern(name);
    if (key == NULL)
        return false;
    bool done = table_set(&body_of(self)->attributes, key, value);
    decref(key);
    return done;
}

Object *instance_get(Object *self, const char *name)
{
    Object *key = str_interned(name);
    if (key == NULL)
        return NULL;
    const Entry *entry = table_find(&body_of(self)->attributes, key);
    return entry == NULL ? NULL : entry->value;
}

bool instance_delete(Object *self, const char *name)
{
    Object *key = str_interned(name);
    return key != NULL
           && table_delete(&body_of(self)->attributes, key);
}

const Table *instance_attributes(Object *self)
{
    bool is_instance = self->type->visit == visit_parts;
    return is_instance ? &body_of(self)->attributes : NULL;
}

Class class_new(const char *name, Type *base)
{
    return (Class){
        .type.object = OBJECT_HEAD(&type_type),
        .type.name = name,
        .type.size = base_bytes(base) + sizeof(Body),
        .type.base = base,
        .type.equal = base == NULL ? NULL : base->equal,
        .type.nested = base == NULL ? "..." : base->nested,
        .type.show = show,
        .type.visit = visit_parts,
        .type.drop = drop,
        .type.finalize = finalize,
        .type.copy = copy,
        .type.deep_copy = deep_copy,
        .type.weakrefs = base_bytes(base) + offsetof(Body, weakrefs),
    };
}
