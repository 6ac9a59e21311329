#include "types/dict.h"
#include "types/str.h"

static Object *d;

static Answer clear_all(Object *self, Object *other)
{
    (void)self, (void)other;
    dict_clear(d);
    return YES;
}

static bool hash(Object *self, size_t *hash)
{
    (void)self;
    *hash = 1;
    return true;
}

static Type key_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "Key",
    .size = sizeof(Object),
    .equal = clear_all,
    .hash = hash,
};

int main(void)
{
    d = dict_new();
    dict_set(d, object_new(&key_type), str_new("spam"));
    Object *value = dict_get(d, object_new(&key_type));
    puts(value == NULL ? "None" : str_text(value));
    object_print(d);
}
