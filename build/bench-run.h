// bench-run.h: the clock, and what measures one row.
//
// bench-ours.c includes rows with the words of the runtime and
// bench-python.c with CPython's under the same names. Neither side can
// do more than the other. A process runs one row, so heaps are fresh;
// what a row builds is left to the end of the process.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// ---- The clock, which may be stopped and go on. It stands still while
// others have the processor.

static double elapsed, started;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void go_on(void)
{
    started = now();
}

static void stop(void)
{
    elapsed += now() - started;
}

static void need(bool done)
{
    if (done)
        return;
    fputs("bench: a step that must succeed did not\n", stderr);
    exit(1);
}

// ---- A row.

typedef struct Row {
    const char *name;
    size_t (*measure)(size_t n); // answers how many it has done
    size_t n;
    double wanted; // of the ratio of both sides
} Row;

// Measure row `number`, from 0, and print: number, wanted, nanoseconds
// for each thing done, and what the row is.
static void run_row(const Row *rows, size_t nrows, size_t number)
{
    need(number < nrows);
    const Row *row = &rows[number];
    size_t done = row->measure(row->n);
    printf("%zu|%g|%.3f|%s|%zu\n", number, row->wanted,
           elapsed / (double)done, row->name, row->n);
}
