// weakref.c: a chain of weak references that begins in their object.
//
//     object --> WeakRef --> WeakRef --> NULL
//            <-- link    <-- link
#include "object/weakref.h"

#include "object/object.h"

typedef struct WeakRef {
    Object object;
    Object *target;        // NULL when it is dead
    Farewell farewell;
    struct WeakRef *next;  // an older one to the same target
    struct WeakRef **link; // where the pointer to this one stands;
} WeakRef;                 //   NULL when it is in no chain

static void join(WeakRef *ref, WeakRef **head)
{
    ref->next = *head;
    ref->link = head;
    *head = ref;
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

static void drop(Object *self)
{
    leave((WeakRef *)self);
}

static bool show(FILE *out, Object *self)
{
    bool is_dead = ((WeakRef *)self)->target == NULL;
    const char *text = is_dead ? "<weakref; dead>" : "<weakref>";
    return fputs(text, out) != EOF;
}

Type weakref_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "weakref",
    .size = sizeof(WeakRef),
    .show = show,
    .drop = drop,
};

static WeakRef **head_of(Object *target)
{
    return (WeakRef **)((uintptr_t)target + target->type->weakrefs);
}

static WeakRef *find_shared(Object *target)
{
    WeakRef *ref = *head_of(target);
    while (ref != NULL && ref->farewell != NULL)
        ref = ref->next;
    return ref;
}

Object *weakref_new(Object *target, Farewell farewell)
{
    if (target->type->weakrefs == 0)
        return NULL;
    WeakRef *ref = farewell == NULL ? find_shared(target) : NULL;
    if (ref != NULL)
        return ref_new(&ref->object);
    ref = (WeakRef *)object_new(&weakref_type);
    if (ref == NULL)
        return NULL;
    ref->target = target;
    ref->farewell = farewell;
    join(ref, head_of(target));
    return (Object *)ref;
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
    if (target->type->weakrefs == 0)
        return;
    WeakRef *all = take_all(target);
    while (all != NULL) {
        WeakRef *ref = all;
        all = ref->next;
        if (ref->farewell != NULL)
            ref->farewell(&ref->object);
        decref(&ref->object);
    }
}
