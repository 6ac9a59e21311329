// weakref.c: a chain of weak references that begins in their object.
//
//     object --> shared --> newest --> older --> NULL
//            <-- link   <-- link   <-- link
#include "object/weakref.h"

#include "object/object.h"

typedef struct WeakRef {
    Object object;
    Object *target;        // NULL when it is dead
    Farewell farewell;     // NULL in the one that is shared
    Object *with;          // what is its own, or NULL
    struct WeakRef *next;
    struct WeakRef **link; // where the pointer to this one stands;
    bool has_hash;         //   NULL when it is in no chain
    size_t hash;           // of the target, once it was asked for
} WeakRef;

static WeakRef **head_of(Object *target)
{
    return (WeakRef **)((uintptr_t)target + target->type->weakrefs);
}

static bool is_shared(const WeakRef *ref)
{
    return ref != NULL && ref->farewell == NULL;
}

static void join(WeakRef *ref)
{
    WeakRef **link = head_of(ref->target);
    if (is_shared(*link))
        link = &(*link)->next;
    ref->next = *link;
    ref->link = link;
    *link = ref;
    if (ref->next != NULL)
        ref->next->link = &ref->next;
}

static void leave(WeakRef *ref)
{
    if (ref->link == NULL)
        return;
    *ref->link = ref->next;
    if (ref->next != NULL)
        ref->next->link = ref->link;
    ref->link = NULL;
}

static Object *drop(Object *self)
{
    leave((WeakRef *)self);
    return ((WeakRef *)self)->with;
}

static void visit_with(Object *self, Visit visit, void *context)
{
    if (((WeakRef *)self)->with != NULL)
        visit(((WeakRef *)self)->with, context);
}

static Answer equal(Object *self, Object *other)
{
    if (other->type != &weakref_type)
        return CANNOT_TELL;
    Object *one = weakref_get(self), *two = weakref_get(other);
    bool is_equal = one == NULL || two == NULL
                        ? self == other : object_equal(one, two);
    ref_clear(&one);
    ref_clear(&two);
    return is_equal ? YES : NO;
}

static bool hash(Object *self, size_t *hash)
{
    WeakRef *ref = (WeakRef *)self;
    Object *target = ref->has_hash ? NULL : weakref_get(self);
    if (target != NULL)
        ref->has_hash = object_hash(target, &ref->hash);
    else if (!ref->has_hash)
        error_set(&type_error, "weak object has gone away");
    ref_clear(&target);
    *hash = ref->hash;
    return ref->has_hash;
}

static bool show(FILE *out, Object *self)
{
    bool is_dead = ((WeakRef *)self)->target == NULL;
    const char *text = is_dead ? "<weakref; dead>" : "<weakref>";
    return fputs(text, out) != EOF;
}

static void clear(Object *self)
{
    weakref_cut(self);
    ref_clear(&((WeakRef *)self)->with);
}

Type weakref_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "weakref",
    .size = sizeof(WeakRef),
    .show = show,
    .visit = visit_with,
    .equal = equal,
    .hash = hash,
    .drop = drop,
    .clear = clear,
};

Object *weakref_new(Object *target, Farewell farewell, Object *with)
{
    if (target->type->weakrefs == 0) {
        error_set(&type_error, "cannot create weak reference to '%s' "
                               "object", target->type->name);
        return NULL;
    }
    if (farewell == NULL && is_shared(*head_of(target)))
        return ref_new(&(*head_of(target))->object);
    WeakRef *ref = (WeakRef *)object_new(&weakref_type);
    if (ref == NULL)
        return NULL;
    ref->target = target;
    ref->farewell = farewell;
    ref->with = with == NULL ? NULL : ref_new(with);
    join(ref);
    return &ref->object;
}

Object *weakref_get(Object *self)
{
    Object *target = ((WeakRef *)self)->target;
    if (target == NULL || ref_count(target) == 0)
        return NULL;
    return ref_new(target);
}

static WeakRef *take_all(Object *target)
{
    WeakRef *all = *head_of(target);
    *head_of(target) = NULL;
    for (WeakRef *ref = all; ref != NULL; ref = ref->next) {
        incref(&ref->object);
        ref->target = NULL;
        ref->link = NULL;
    }
    return all;
}

void weakref_clear_all(Object *target)
{
    if (target->type->weakrefs == 0 || *head_of(target) == NULL)
        return;
    Error error = error_swap((Error){ .kind = NULL });
    for (WeakRef *ref = take_all(target), *next; ref; ref = next) {
        next = ref->next;
        if (ref->farewell != NULL)
            ref->farewell(&ref->object, ref->with);
        ref_clear(&ref->with);
        decref(&ref->object);
    }
    error_swap(error);
}

bool weakref_cut(Object *self)
{
    WeakRef *ref = (WeakRef *)self;
    leave(ref);
    ref->target = NULL;
    return ref->farewell != NULL;
}

Object *weakref_first(Object *target)
{
    if (target->type->weakrefs == 0 || *head_of(target) == NULL)
        return NULL;
    return &(*head_of(target))->object;
}

void weakref_tell(Object *self)
{
    WeakRef *ref = (WeakRef *)self;
    Error error = error_swap((Error){ .kind = NULL });
    if (ref->farewell != NULL)
        ref->farewell(self, ref->with);
    error_swap(error);
}
