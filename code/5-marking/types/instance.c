// instance.c: what instances of all classes have in common.
//
//     of a class:               count | type | body
//     of one derived from dict: count | type | table | body
#include "types/instance.h"

#include "base/panic.h"
#include "types/copy.h"
#include "types/str.h"

typedef struct Body {
    Table attributes;
    bool is_finalized; // whether the finalizer was called
    struct WeakRef *weakrefs; // the first weak reference to it
} Body;

static Object *drop(Object *self);

static bool is_class(const Type *type)
{
    return type != NULL && type->drop == drop;
}

// The first base that is no class: &dict_type, or NULL.
static const Type *plain_base(Object *self)
{
    const Type *type = self->type;
    while (is_class(type))
        type = type->base;
    return type;
}

static size_t body_offset(const Type *plain)
{
    return plain == NULL ? sizeof(Object) : plain->size;
}

static Body *body_of(Object *self)
{
    size_t offset = body_offset(plain_base(self));
    return (Body *)((uintptr_t)self + offset);
}

static void visit_parts(Object *self, Visit visit, void *context)
{
    if (plain_base(self) != NULL)
        plain_base(self)->visit(self, visit, context);
    table_visit(&body_of(self)->attributes, visit, context);
}

static Object *drop(Object *self)
{
    const Type *plain = plain_base(self);
    Object *last = table_drop(&body_of(self)->attributes);
    if (plain == NULL)
        return last;
    ref_clear(&last);
    return plain->drop(self);
}

static bool show(FILE *out, Object *self)
{
    if (plain_base(self) != NULL)
        return plain_base(self)->show(out, self);
    return fprintf(out, "<%s object>", self->type->name) > 0;
}

static Table *attributes_of(Object *self)
{
    return &body_of(self)->attributes;
}

static Table *items_of(Object *self)
{
    static Table nothing;
    return plain_base(self) == NULL ? &nothing : &((Dict *)self)->table;
}

static Object *copy(Object *self)
{
    Object *made = object_new(self->type);
    bool is_whole = made != NULL
                    && table_update(attributes_of(made),
                                    attributes_of(self))
                    && table_update(items_of(made), items_of(self));
    if (!is_whole)
        ref_clear(&made);
    return made;
}

static Object *deep_copy(Object *self, Table *memo)
{
    Object *made = object_new(self->type);
    bool is_whole = made != NULL && table_set(memo, self, made)
                    && copy_table(attributes_of(made),
                                  attributes_of(self), memo)
                    && copy_table(items_of(made), items_of(self), memo);
    if (made != NULL && !is_whole) {
        Object *last = drop(made); // it may be in itself by now
        ref_clear(&last);
        ref_clear(&made);
    }
    return made;
}

static void clear(Object *self)
{
    table_clear(&body_of(self)->attributes);
    if (plain_base(self) != NULL)
        plain_base(self)->clear(self);
}

static Class root_class(const Type *base)
{
    return (Class){
        .type.size = body_offset(base) + sizeof(Body),
        .type.equal = base == NULL ? NULL : base->equal,
        .type.nested = base == NULL ? "..." : base->nested,
        .type.show = show,
        .type.visit = visit_parts,
        // More slots of every class
        .type.drop = drop,
        .type.finalized = body_offset(base)
                          + offsetof(Body, is_finalized),
        .type.weakrefs = body_offset(base) + offsetof(Body, weakrefs),
        .type.copy = copy,
        .type.deep_copy = deep_copy,
        .type.clear = clear,
    };
}

Class class_new(const char *name, Type *base)
{
    if (base != NULL && base != &dict_type && !is_class(base))
        panic("class %s cannot be derived from %s", name, base->name);
    Class made = is_class(base) ? *(Class *)base : root_class(base);
    made.type.object = (Object)OBJECT_HEAD(&type_type);
    made.type.name = name;
    made.type.base = base;
    made.type.finalize = NULL;
    made.init = NULL;
    return made;
}

Object *instance_new(Class *class)
{
    Object *made = object_new(&class->type);
    const Type *type = &class->type;
    while (is_class(type) && ((const Class *)type)->init == NULL)
        type = type->base;
    if (made != NULL && is_class(type)
        && !((const Class *)type)->init(made))
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
    return is_class(self->type) ? &body_of(self)->attributes : NULL;
}
