// expect.c: two sides that must be the same, calls that must panic.
#define _POSIX_C_SOURCE 200809L
#include "check.h"

#include "memory/mem.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

// Sides

Side check_int(const char *source, long long value)
{
    return (Side){ .source = source,
                   .kind = SIDE_INT,
                   .bits = (unsigned long long)value,
                   .is_negative = value < 0 };
}

Side check_size(const char *source, unsigned long long value)
{
    return (Side){ .source = source, .kind = SIDE_INT, .bits = value };
}

Side check_bool(const char *source, bool value)
{
    return (Side){ .source = source, .kind = SIDE_BOOL, .bits = value };
}

Side check_real(const char *source, double value)
{
    return (Side){ .source = source, .kind = SIDE_REAL, .real = value };
}

Side check_text(const char *source, const char *value)
{
    return (Side){ .source = source,
                   .kind = SIDE_TEXT,
                   .bits = (uintptr_t)value,
                   .text = value };
}

Side check_object(const char *source, Object *value)
{
    return (Side){ .source = source,
                   .kind = SIDE_OBJECT,
                   .bits = (uintptr_t)value };
}

Side check_address(const char *source, const void *value)
{
    return (Side){ .source = source,
                   .kind = SIDE_ADDRESS,
                   .bits = (uintptr_t)value };
}

static double real(Side side)
{
    if (side.kind == SIDE_REAL)
        return side.real;
    return side.is_negative ? (double)(long long)side.bits
                            : (double)side.bits;
}

static bool is_same(Side a, Side b)
{
    if (a.text != NULL && b.text != NULL)
        return strcmp(a.text, b.text) == 0;
    if (a.kind == SIDE_REAL || b.kind == SIDE_REAL)
        return real(a) == real(b);
    return a.bits == b.bits && a.is_negative == b.is_negative;
}

// What was seen

static void tell_real(double value)
{
    char text[32];
    snprintf(text, sizeof text, "%g", value);
    int digits = strtod(text, NULL) == value ? 6 : 17;
    fprintf(check_out, "%.*g", digits, value);
}

// As repr has it, as far as `text` goes.
static void show_in(char text[], size_t nbytes, Side side)
{
    FILE *out = fmemopen(text, nbytes - 1, "w");
    if (out == NULL)
        abort();
    setvbuf(out, NULL, _IONBF, 0);
    bool done = object_show(out, (Object *)(uintptr_t)side.bits);
    if (fclose(out) != 0 || !done)
        strcpy(text + strnlen(text, nbytes - 5), " ...");
}

// An object goes by its text, and by whether `other` is the same one.
static void tell_object(Side side, const Side *other)
{
    char text[64] = "", others[64] = "";
    bool has_other = other != NULL && other->kind == SIDE_OBJECT
                     && other->bits != 0;
    if (has_other && other->bits == side.bits) {
        fputs("the same one", check_out);
        return;
    }
    show_in(text, sizeof text, side);
    if (has_other)
        show_in(others, sizeof others, *other);
    fprintf(check_out, "%s%s", text,
            strcmp(text, others) == 0 ? ", another one" : "");
}

static void tell_value(Side side, const Side *other)
{
    if (side.kind == SIDE_BOOL)
        fputs(side.bits ? "true" : "false", check_out);
    else if (side.kind == SIDE_REAL)
        tell_real(side.real);
    else if (side.text != NULL)
        fprintf(check_out, "\"%s\"", side.text);
    else if (side.is_negative)
        fprintf(check_out, "%lld", (long long)side.bits);
    else if (side.kind == SIDE_INT)
        fprintf(check_out, "%llu", side.bits);
    else if (side.bits == 0)
        fputs("NULL", check_out);
    else if (side.kind == SIDE_OBJECT)
        tell_object(side, other);
    else
        fputs("another one", check_out);
}

// Whether the source of a side leaves nothing to tell of its value.
static bool tells_all(Side side)
{
    const char *source = side.source;
    if (side.kind == SIDE_ADDRESS && side.bits != 0)
        return true;
    source += *source == '-';
    return strchr("0123456789\"'", *source) != NULL
           || strcmp(source, "true") == 0
           || strcmp(source, "false") == 0
           || strcmp(source, "NULL") == 0
           || strcmp(source, "none()") == 0;
}

static void tell_sides(const char *asked, bool answer, int nsides,
                       const Side sides[])
{
    const char *before = "";
    fputs("seen: ", check_out);
    if (asked != NULL) {
        fprintf(check_out, "%s is %s", asked, answer ? "true" : "false");
        before = ": ";
    }
    for (int i = 0; i < nsides; i++) {
        if (sides[i].source == NULL || (*before && tells_all(sides[i])))
            continue;
        fprintf(check_out, "%s%s is ", before, sides[i].source);
        tell_value(sides[i], i > 0 ? &sides[i - 1] : NULL);
        before = ", and ";
    }
    fputc('\n', check_out);
    fflush(check_out);
}

// A child tells it, since what is broken may break who looks at it.
void check_seen(const char *asked, bool answer, int nsides,
                const Side sides[])
{
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        alarm(2);
        mem_fail_after(SIZE_MAX);
        if (freopen("/dev/null", "w", stderr) != NULL)
            tell_sides(asked, answer, nsides, sides);
        _exit(0);
    }
    if (child < 0 || waitpid(child, &status, 0) < 0 || status != 0)
        fprintf(check_out, "seen: %s, of what cannot be shown\n",
                asked == NULL ? sides[0].source : asked);
}

void check_same(Side left, Side right, const char *what)
{
    check_expect(is_same(left, right), what);
    if (!is_same(left, right))
        check_seen(NULL, false, 2, (Side[]){ left, right });
}

// A call that must panic is tried in a child, where memory does not
// fail. Nothing that it did is left in the test.

enum { CAME_BACK = 95 }; // an exit status that no program has by chance

static bool is_trial;
static FILE *last_words;
static int ending;

static void begin_trial(const struct itimerval *left)
{
    is_trial = true;
    setitimer(ITIMER_REAL, left, NULL);
    signal(SIGABRT, SIG_DFL); // a sanitizer may have asked for it
    dup2(fileno(last_words), STDERR_FILENO);
    mem_fail_after(SIZE_MAX);
}

bool check_try(void)
{
    struct itimerval left;
    getitimer(ITIMER_REAL, &left); // a child begins without
    last_words = tmpfile();
    fflush(NULL);
    pid_t child = last_words == NULL ? -1 : fork();
    if (child < 0)
        abort();
    if (child == 0)
        begin_trial(&left);
    else
        waitpid(child, &ending, 0);
    return child == 0;
}

void check_end_trial(void)
{
    if (!is_trial)
        return;
    fflush(NULL);
    _exit(CAME_BACK);
}

// Put the sentence of a panic into `said`; let stderr have the rest.
static void read_last_words(char said[], size_t nbytes)
{
    char line[512];
    rewind(last_words);
    while (fgets(line, sizeof line, last_words) != NULL)
        if (strncmp(line, "panic: ", 7) != 0)
            fputs(line, stderr);
        else
            snprintf(said, nbytes, "%.*s", (int)strcspn(line, "\n"),
                     line);
    fclose(last_words);
}

void check_panic(const char *text, const char *what)
{
    char said[512] = "";
    read_last_words(said, sizeof said);
    bool panics = said[0] != '\0' && WIFSIGNALED(ending)
                  && WTERMSIG(ending) == SIGABRT;
    bool is_right = panics && strstr(said, text) != NULL;
    check_expect(is_right, what);
    if (is_right)
        return;
    if (panics)
        fprintf(check_out, "seen: %s\n", said);
    else if (WIFEXITED(ending) && WEXITSTATUS(ending) == CAME_BACK)
        fputs("seen: it came back\n", check_out);
    else
        check_tell_death(ending);
    fflush(check_out);
}
