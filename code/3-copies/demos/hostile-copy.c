#include "types/copy.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"

static Object *d;

static Object *clear_and_copy(Object *self, Table *memo)
{
    (void)memo;
    dict_clear(d);
    return self;
}

static Type rude = {
    .object = OBJECT_HEAD(&type_type),
    .name = "Rude",
    .size = sizeof(Object),
    .deep_copy = clear_and_copy,
};

int main(void)
{
    d = dict_new();
    dict_set(d, int_new(1), object_new(&rude));
    dict_set(d, int_new(2), str_new("b"));
    if (copy_deep(d) == NULL)
        error_print();
    object_print(d);
}
