#include "types/table.h"

enum { PLACES = 4096 };

static bool is_taken[PLACES];
static size_t hash = 1;

// How many places a search for some hash looks at.
static size_t search(bool is_to_stay)
{
    hash = hash * 6364136223846793005 + 1442695040888963407;
    Probe probe = { hash >> 16, hash >> 16 };
    size_t nlooks = 1;
    for (; is_taken[probe.at % PLACES]; nlooks++)
        probe_on(&probe);
    is_taken[probe.at % PLACES] = is_to_stay;
    return nlooks;
}

int main(void)
{
    int percent[] = { 33, 50, 67, 80, 90, 95 }, taken = 0;
    for (int i = 0; i < 6; i++) {
        for (; taken < PLACES * percent[i] / 100; taken++)
            search(true);
        double nlooks = 0;
        for (int n = 0; n < 100000; n++)
            nlooks += (double)search(false);
        printf("%d%% full: %4.1f\n", percent[i], nlooks / 100000);
    }
}
