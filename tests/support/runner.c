// runner.c: runs the tests, each in a child process of its own.
//
//     runner [-l] [-n] [-s SUITE-GLOB] [-t TEST-GLOB] [-T SECONDS]
//
// -l  list the tests and run none
// -n  no child (but for EXPECT_PANIC), no limit, no failing memory: for
//     gdb and for valgrind
// -s  only the suites of that name: "list", "1-names/*"
// -t  only the tests of that sentence: "a_list_*", "*the other"
// -T  how long a test may take; 10 if not given
//
// Exits with 0 if at least one test ran and none failed, with 1 if one
// failed, with 2 if the question made no sense.
#define _DEFAULT_SOURCE
#include "check.h"

#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <errno.h>
#include <fnmatch.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

// How a child ends. No program leaves with these by chance, so a call
// of exit in the middle of a test is not taken for its end.
enum { PASSED = 96, FAILED = 97, SANITIZED = 98 };

static const char *suite_glob = "*", *test_glob = "*";
static bool lists, has_no_child;
static unsigned limit = 10; // seconds
static unsigned npassed, nfailed, nlisted;

// The sanitizers ask for these, and are the only ones to call them.
const char *__asan_default_options(void);
const char *__ubsan_default_options(void);
const char *__lsan_default_options(void);

const char *__asan_default_options(void)
{
    return "exitcode=98:allocator_may_return_null=1";
}

const char *__ubsan_default_options(void)
{
    return "exitcode=98";
}

const char *__lsan_default_options(void)
{
    return "exitcode=98";
}

static _Noreturn void refuse(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    fflush(stdout);
    fputs("runner: ", stderr);
    vfprintf(stderr, format, values);
    fputc('\n', stderr);
    va_end(values);
    exit(2);
}

// What is asked

// `the_list_s_items` is read as "the list's items".
static void speak(char *sentence)
{
    for (; *sentence != '\0'; sentence++) {
        bool owns = sentence[1] == 's' && strchr("_", sentence[2]) != NULL;
        if (*sentence == '_')
            *sentence = owns ? '\'' : ' ';
    }
}

static unsigned seconds(const char *text)
{
    char *rest;
    errno = 0;
    long value = strtol(text, &rest, 10);
    if (errno != 0 || *rest != '\0' || value < 1 || value > 86400)
        refuse("-T takes seconds, 1 to 86400, and not \"%s\"", text);
    return (unsigned)value;
}

static void take_option(int option)
{
    switch (option) {
    case 'l':
        lists = true;
        break;
    case 'n':
        has_no_child = check_only_peace = true;
        break;
    case 's':
        suite_glob = optarg;
        break;
    case 't':
        speak(optarg);
        test_glob = optarg;
        break;
    case 'T':
        limit = seconds(optarg);
        break;
    case ':':
        refuse("-%c needs a word after it", optopt);
    default:
        refuse("there is no option -%c", optopt);
    }
}

static void take_options(int argc, char **argv)
{
    for (int o; (o = getopt(argc, argv, ":lns:t:T:")) != -1;)
        take_option(o);
    if (optind < argc)
        refuse("\"%s\" is not an option", argv[optind]);
}

// CUnit's registry

// From "tests/1-names/list_test.c" make "1-names/list".
static void name_suite(char name[], size_t nbytes, const char *file)
{
    const char *start = file + strlen(file);
    for (int slashes = 0; start > file; start--)
        if (start[-1] == '/' && ++slashes == 2)
            break;
    snprintf(name, nbytes, "%s", start);
    char *end = strstr(name, "_test.c");
    end = end != NULL ? end : strrchr(name, '.');
    if (end != NULL)
        *end = '\0';
}

static void demand(bool done, const char *what)
{
    if (!done || CU_get_error() != CUE_SUCCESS)
        refuse("%s: CUnit says: %s", what, CU_get_error_msg());
}

static CU_pSuite suite_of(const Claim *claim)
{
    char name[256];
    name_suite(name, sizeof name, claim->file);
    CU_pSuite suite = CU_get_suite(name);
    if (suite == NULL)
        suite = CU_add_suite(name, NULL, NULL);
    demand(suite != NULL, name);
    return suite;
}

static void register_tests(void)
{
    CU_initialize_registry();
    demand(CU_registry_initialized(), "the registry");
    for (Claim *c = check_claims; c != NULL; c = c->next) {
        CU_pTest test = CU_add_test(suite_of(c), c->sentence, c->run);
        demand(test != NULL, c->sentence);
        speak(test->pName);
    }
}

static const char *stem_of(CU_pSuite suite)
{
    const char *slash = strrchr(suite->pName, '/');
    return slash == NULL ? suite->pName : slash + 1;
}

static bool is_wanted(CU_pSuite suite, CU_pTest test)
{
    return fnmatch(test_glob, test->pName, 0) == 0
           && (fnmatch(suite_glob, suite->pName, 0) == 0
               || fnmatch(suite_glob, stem_of(suite), 0) == 0);
}

// A test

static bool passes_here(CU_pSuite suite, CU_pTest test)
{
    CU_ErrorCode error = CU_run_test(suite, test);
    if (error != CUE_SUCCESS)
        fprintf(check_out, "CUnit says: %s\n", CU_get_error_msg());
    return error == CUE_SUCCESS
           && CU_get_number_of_failure_records() == 0;
}

// To leave by exit, not _exit, lets LeakSanitizer have its say.
static _Noreturn void be_child(CU_pSuite suite, CU_pTest test)
{
    alarm(limit);
    bool passed = passes_here(suite, test);
    alarm(0);
    check_place->failing = 0;
    check_place->has_ended = true;
    CU_cleanup_registry();
    exit(passed ? PASSED : FAILED);
}

void check_tell_death(int status)
{
    int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (signal == SIGALRM)
        check_tell("no end after %u s", limit);
    else if (signal != 0)
        check_tell("killed by signal %d, %s", signal,
                   strsignal(signal));
    else if (WEXITSTATUS(status) == SANITIZED)
        check_tell("stopped by %s: its report is on stderr",
                   check_place->has_ended ? "LeakSanitizer"
                                          : "a sanitizer");
    else
        check_tell("left with exit status %d before its end",
                   WEXITSTATUS(status));
}

static bool passes_in_child(CU_pSuite suite, CU_pTest test)
{
    fflush(NULL);
    pid_t child = fork();
    if (child < 0)
        refuse("no child: %s", strerror(errno));
    if (child == 0)
        be_child(suite, test);
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            refuse("the child is lost: %s", strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == PASSED)
        return true;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != FAILED)
        check_tell_death(status);
    return false;
}

static void print_indented(FILE *told)
{
    bool at_start = true;
    rewind(told);
    for (int c; (c = getc(told)) != EOF; at_start = c == '\n') {
        if (at_start)
            fputs("    ", stdout);
        putchar(c);
    }
}

static void judge(CU_pSuite suite, CU_pTest test)
{
    check_out = tmpfile(); // a child's words outlive it here
    if (check_out == NULL)
        refuse("no temporary file: %s", strerror(errno));
    bool passed = has_no_child ? passes_here(suite, test)
                               : passes_in_child(suite, test);
    printf("%-4s %s: %s\n", passed ? "ok" : "FAIL", stem_of(suite),
           test->pName);
    print_indented(check_out);
    fflush(stdout);
    fclose(check_out);
    npassed += passed;
    nfailed += !passed;
}

// All tests

static void list_or_judge(CU_pSuite suite, CU_pTest test)
{
    if (!is_wanted(suite, test))
        return;
    if (lists) {
        printf("%s: %s\n", suite->pName, test->pName);
        nlisted++;
    } else {
        judge(suite, test);
    }
}

// Let a child write where it is, and its parent read it.
static void share_place(void)
{
    void *shared =
        mmap(NULL, sizeof *check_place, PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        refuse("no memory to share: %s", strerror(errno));
    check_place = shared;
}

int main(int argc, char **argv)
{
    take_options(argc, argv);
    share_place();
    register_tests();
    for (CU_pSuite s = CU_get_registry()->pSuite; s; s = s->pNext)
        for (CU_pTest t = s->pTest; t != NULL; t = t->pNext)
            list_or_judge(s, t);
    CU_cleanup_registry();
    if (nlisted + npassed + nfailed == 0)
        refuse("no test matches -s \"%s\" -t \"%s\"", suite_glob,
               test_glob);
    if (!lists)
        printf("%u passed, %u failed\n", npassed, nfailed);
    return nfailed > 0;
}
