// type.c: the type of types, which is its own.
#include "object/type.h"
#include "object/ref.h"

static bool show(FILE *out, Object *self)
{
    return fprintf(out, "<class '%s'>", ((Type *)self)->name) > 0;
}

Type type_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "type",
    .size = sizeof(Type),
    .show = show,
    .drop = ref_refuse,
};

bool type_is_subtype(const Type *type, const Type *base)
{
    while (type != NULL && type != base)
        type = type->base;
    return type != NULL;
}
