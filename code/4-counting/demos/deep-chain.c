#include "types/instance.h"
#include "types/int.h"

static int64_t dead;
static bool ordered = true;

static void count(Object *self)
{
    ordered = ordered && int_value(instance_get(self, "n")) == dead;
    dead++;
}

int main(void)
{
    Class class = class_new("Node", NULL);
    class.type.finalize = count;
    Object *head = NULL;
    for (int n = 99999; n >= 0; n--) {
        Object *node = instance_new(&class), *number = int_new(n);
        instance_set(node, "n", number);
        decref(number);
        if (head != NULL)
            instance_set(node, "next", head);
        ref_set(&head, node);
    }
    decref(head);
    printf("%d %s\n", (int)dead, ordered ? "True" : "False");
}
