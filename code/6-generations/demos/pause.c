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

static double seconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double young_pause(void)
{
    double least = 1;
    for (int i = 0; i < 31; i++) {
        make_lists(7000);
        double start = seconds();
        gc_collect_generation(0);
        double taken = seconds() - start;
        least = taken < least ? taken : least;
    }
    return least;
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
        double ratio = young_pause() / first;
        printf("%zu old lists: %s\n", n, ratio < 1.2 ? "no longer"
                                                    : "longer");
    }
    decref(keep);
}
