#include "show/draw.h"
#include "show/show.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

static Scope *globals;

static void empty_the_list(Object *self)
{
    (void)self;
    list_clear(scope_lookup(globals, "l"));
}

static Type a_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "A",
    .size = sizeof(Object),
    .finalize = empty_the_list,
};

static void write_ice(FILE *out, const void *birth)
{
    size_t number = *(const size_t *)birth;
    show_scope(out, globals);
    fputs("  \"main\" [type=scope];\n  \"main\" -> ", out);
    fprintf(out, "\"int #%zu\" [slot=item, counted=no];\n", number);
    fprintf(out, "  \"int #%zu\" [type=int, dead=1];\n", number);
}

int main(void)
{
    Object *a = object_new(&a_type), *n = int_new(1000);
    Object *l = list_new();
    size_t birth = object_birth(n);
    globals = scope_new("globals");
    list_append(l, n);
    list_append(l, a);
    scope_bind(globals, "l", l);
    decref(n);
    decref(a);
    list_set(l, 1, none());
    draw_with("ice", write_ice, &birth);
    decref(l);
    scope_free(globals);
}
