// check.c: runs a test in peace, and then with each allocation failing.
//
// To draw the heap before each call would take too long. So a run with
// allocation n failing is made twice: once to learn which call fails,
// and again with a picture from that call on.
//
// Invariant
//   C1  from call number `draw_from` on, `before` is the picture of the
//       heap as it was when the last call began; until then it is NULL
#define _POSIX_C_SOURCE 200809L
#include "check.h"

#include "memory/mem.h"
#include "show/show.h"

#include <CUnit/CUnit.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_FEW = 50 }; // what TEST_BIG tries without a gap

typedef struct Held {
    Object *object;
    void (*empty)(Object *self); // NULL but for a knot
} Held;

Scope *names;
Claim *check_claims;
FILE *check_out;
bool check_only_peace;

static Place own_place;
Place *check_place = &own_place;

static Held *held;
static size_t nheld, held_room;

static char *before;     // C1
static size_t ncalls;    // how many calls this run has begun
static size_t draw_from; // SIZE_MAX while that is to be learnt
static bool has_missed;  // the call that failed was not drawn
static jmp_buf test_end;

void check_join(Claim *claim)
{
    Claim **link = &check_claims;
    while (*link != NULL && strcmp((*link)->file, claim->file) <= 0)
        link = &(*link)->next;
    claim->next = *link;
    *link = claim;
}

// What went wrong

void check_tell(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fprintf(check_out, "%s:%u: ", check_place->file, check_place->line);
    if (check_place->failing > 0)
        fprintf(check_out,
                "with allocation %zu failing: ", check_place->failing);
    vfprintf(check_out, format, values);
    fputc('\n', check_out);
    fflush(check_out); // the test may crash next
    va_end(values);
}

static void count_assertion(bool is_true, const char *what)
{
    CU_assertImplementation(is_true, check_place->line, what,
                            check_place->file, "", CU_FALSE);
}

void check_at(const char *file, unsigned line)
{
    check_place->file = file;
    check_place->line = line;
}

void check_expect(bool is_true, const char *what)
{
    count_assertion(is_true, what);
    if (!is_true)
        check_tell("%s", what);
}

static void fail(const char *call, const char *why)
{
    count_assertion(false, why);
    check_tell("%s%s", call, why);
}

// Pictures of the heap

static char *draw_heap(void)
{
    char *text = NULL;
    size_t nbytes = 0;
    FILE *out = open_memstream(&text, &nbytes);
    show_scope(out, names);
    for (size_t i = 0; i < nheld; i++)
        show_object(out, held[i].object);
    fclose(out);
    return text;
}

static int count_drawn(const Scope *scope, Object *self,
                       const char *part)
{
    char *text = NULL;
    size_t nbytes = 0;
    FILE *out = open_memstream(&text, &nbytes);
    if (scope != NULL)
        show_scope(out, scope);
    else
        show_object(out, self);
    fclose(out);
    int found = 0;
    for (char *at = text; (at = strstr(at, part)) != NULL; at++)
        found++;
    free(text);
    return found;
}

int drawn(const char *part)
{
    return count_drawn(names, NULL, part);
}

int drawn_of(Object *self, const char *part)
{
    return count_drawn(NULL, self, part);
}

static void forget_picture(void)
{
    free(before);
    before = NULL;
}

static void begin_call(void)
{
    ncalls++;
    if (ncalls < draw_from)
        return;
    forget_picture();
    before = draw_heap();
}

// Write the first line in which `was` and `is` are not the same.
static void tell_change(const char *was, const char *is)
{
    size_t line = 0;
    for (size_t i = 0; was[i] == is[i]; i++)
        if (was[i] == '\n')
            line = i + 1;
    was += line;
    is += line;
    fprintf(check_out, "before: %.*s\n", (int)strcspn(was, "\n"), was);
    fprintf(check_out, "after:  %.*s\n", (int)strcspn(is, "\n"), is);
}

static void expect_no_change(const char *call)
{
    char *after = draw_heap();
    if (strcmp(before, after) != 0) {
        fail(call, " failed, and has changed something");
        tell_change(before, after);
    }
    free(after);
}

// From the chapter on that has errors, whoever fails for want of memory
// must say so.
#if __has_include("base/error.h")
static bool says_why(void)
{
    return error_occurred() == &memory_error;
}

static void forget_error(void)
{
    error_clear();
}
#else
static bool says_why(void)
{
    return true;
}

static void forget_error(void)
{
}
#endif

// What a test says

// Nothing can follow a call that failed: leave the test here.
static _Noreturn void end_test(const char *call)
{
    has_missed = before == NULL;
    draw_from = has_missed ? ncalls : SIZE_MAX;
    if (!mem_has_failed())
        fail(call, " failed, though memory did not");
    else if (!says_why())
        fail(call, " failed, and sets no memory_error");
    else if (!has_missed)
        expect_no_change(call);
    check_end_trial();
    longjmp(test_end, 1);
}

void check_call(const char *file, unsigned line)
{
    check_at(file, line);
    begin_call();
}

static void keep(Object *made)
{
    if (nheld == held_room) {
        held_room = 2 * held_room + 16;
        held = realloc(held, held_room * sizeof *held);
        if (held == NULL)
            abort();
    }
    held[nheld++] = (Held){ .object = made };
}

Object *check_hold(Object *made, const char *call)
{
    if (made == NULL)
        end_test(call);
    keep(made);
    begin_call(); // of the call around this one, if there is any
    return made;
}

Object *check_knot(Object *made, void (*empty)(Object *self))
{
    held[nheld - 1].empty = empty;
    return made;
}

void check_did(bool done, const char *call)
{
    if (!done)
        end_test(call);
}

// A run, and all the runs of a test

static void begin(const Claim *claim, size_t failing)
{
    *check_place = (Place){ claim->file, claim->line, failing, false };
    ncalls = 0;
    has_missed = false;
    forget_error();
    stage_begin();
    names = scope_new("names");
    mem_fail_after(failing == 0 ? SIZE_MAX : failing - 1);
}

static void let_all_go(void)
{
    for (size_t i = 0; i < nheld; i++)
        if (held[i].empty != NULL)
            held[i].empty(held[i].object);
    scope_free(names);
    names = NULL;
    while (nheld > 0)
        stage_let_go(held[--nheld].object);
    free(held);
    held = NULL;
    held_room = 0;
}

static void end(const Claim *claim, size_t live_bytes)
{
    mem_fail_after(SIZE_MAX);
    forget_picture();
    check_at(claim->file, claim->line);
    let_all_go();
    if (stage_is_clean())
        return;
    count_assertion(false, "stage_is_clean()");
    check_tell("something is still alive: %+td bytes",
               (ptrdiff_t)(mem_live_bytes() - live_bytes));
}

// Returns whether memory did fail, and so whether to go on.
static bool run(const Claim *claim, size_t failing)
{
    size_t live_bytes = mem_live_bytes();
    begin(claim, failing);
    if (names == NULL)
        fail("", "scope_new made no scope");
    else if (setjmp(test_end) == 0)
        claim->body();
    bool has_failed = mem_has_failed();
    if (names != NULL)
        end(claim, live_bytes);
    return has_failed && CU_get_number_of_failure_records() == 0;
}

static size_t after(const Claim *claim, size_t failing)
{
    if (!claim->is_big || failing < FIRST_FEW)
        return failing + 1;
    size_t power = 1;
    while (power <= failing)
        power *= 2;
    return power;
}

void check_run(const Claim *claim)
{
    draw_from = SIZE_MAX;
    run(claim, 0);
    if (CU_get_number_of_asserts() == 0)
        fail("", "this test checks nothing");
    if (check_only_peace || CU_get_number_of_failure_records() > 0)
        return;
    for (size_t n = 1; run(claim, n);)
        n = has_missed ? n : after(claim, n);
}
