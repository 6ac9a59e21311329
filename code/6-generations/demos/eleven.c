#include "gc/inspect.h"
#include "types/list.h"

static void note(const char *phase, int generation, size_t collected)
{
    (void)collected;
    if (phase[2] == 'a') // of start
        printf("%d", generation);
}

int main(void)
{
    Callback noting = { note, NULL };
    Object *keep = list_new();
    gc_callbacks = &noting;
    gc_enable();
    for (int i = 0; i < 21000; i++) {
        Object *made = list_new();
        list_append(keep, made);
        decref(made);
    }
    putchar('\n');
    decref(keep);
}
