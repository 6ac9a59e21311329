#include "gc/gc.h"
#include "types/list.h"

#include <time.h>

static Object *keep;

static void make_lists(size_t n)
{
    for (size_t i = 0; i < n; i++) {
        Object *made = list_new();
        list_append(keep, made);
        decref(made);
    }
}

static double young_pause(void)
{
    clock_t least = CLOCKS_PER_SEC;
    for (int i = 0; i < 11; i++) {
        make_lists(7000);
        clock_t start = clock();
        gc_collect_generation(0);
        clock_t taken = clock() - start;
        least = taken < least ? taken : least;
    }
    return (double)least + 1;
}

// The least of some: others may be using the machine as well.
static double pause_over(double first)
{
    double ratio = young_pause() / first;
    for (int i = 0; i < 30 && ratio >= 1.2; i++) {
        double again = young_pause() / first;
        ratio = again < ratio ? again : ratio;
    }
    return ratio;
}

int main(void)
{
    keep = list_new();
    make_lists(7000);
    gc_collect();
    double first = young_pause();
    for (size_t n = 70000; n <= 700000; n *= 10) {
        make_lists(n);
        gc_collect();
        bool is_flat = pause_over(first) < 1.2;
        printf("%zu old lists: %s\n", n, is_flat ? "no longer"
                                                 : "longer");
    }
    decref(keep);
}
