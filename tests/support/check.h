// check.h: the words that a test is written in, at every stage.
//
//     TEST(a_list_holds_the_item_itself)
//     {
//         Object *list = hold(list_new());
//         Object *item = hold(int_new(1000));
//
//         did(list_append(list, item));
//
//         EXPECT(object_is(list_get(list, 0), item));
//     }
#ifndef CHECK_H
#define CHECK_H

#include "names/scope.h"

#include <stdio.h>

// A claim in a sentence; the body that proves it follows.
//
// The body runs once in peace, and then once for each allocation that
// it makes, with that one and all after it failing. TEST_BIG tries the
// first 50, and of the others those whose number is a power of two.
#define TEST(claim) CHECK_JOIN(claim, false)
#define TEST_BIG(claim) CHECK_JOIN(claim, true)

// What must be true. A test that expects nothing fails.
#define EXPECT(what)                                                   \
    check_expect((check_at(__FILE__, __LINE__), (what)), #what)

// That both sides are the same: numbers by value, text by its letters,
// objects and other pointers by identity. If not, it says what they are.
#define EXPECT_EQ(a, b) CHECK_SAME(a, b, #a, #b, #a " == " #b)

// The same of a prediction, but what is true is not told.
#define EXPECT_GUESS(guess, truth)                                     \
    CHECK_SAME(guess, truth, #guess, NULL, #guess " == " #truth)

// That `call` ends the program by panic, with `text` in its sentence.
//
// It is tried in a child, so nothing of it is left in the test; and
// within it memory does not fail.
#define EXPECT_PANIC(call, text)                                       \
    do {                                                               \
        check_at(__FILE__, __LINE__);                                  \
        if (check_try()) {                                             \
            (void)(call);                                              \
            check_end_trial();                                         \
        }                                                              \
        check_at(__FILE__, __LINE__);                                  \
        check_panic(text, #call " panics: " #text);                    \
    } while (0)

// What `call`, which says NEW, has made: kept until the test ends.
//
// Where memory fails and `call` answers NULL, the test ends at once,
// and the heap must look as it did before the call.
#define hold(call)                                                     \
    check_hold((check_call(__FILE__, __LINE__), (call)), #call)

// The same for a call that answers false where memory fails.
#define did(call)                                                      \
    check_did((check_call(__FILE__, __LINE__), (call)), #call)

// Like hold, for a container that will hold itself, however far round:
// `empty` is called on it when the test ends, so that it can go.
#define hold_knot(call, empty) check_knot(hold(call), empty)

// The test's own scope, made for it and freed after it.
extern Scope *names;

// How often `part` stands in what show_scope writes of `names`.
int drawn(const char *part);

// The same in what show_object writes of `self`.
int drawn_of(Object *self, const char *part);

// What a stage does with what a test held: stage-N.c, and there alone.
void stage_begin(void);          // before a run makes anything
void stage_let_go(Object *held); // once for each hold, the last first
bool stage_is_clean(void);       // whether nothing of the run is left

// A reference of the test's own to what it was lent, for a body that
// must return NEW. This too is in stage-N.c.
NEW Object *own(Object *lent);

// From here on: between the words above, check.c, expect.c and the
// runner.

typedef struct Claim {
    const char *sentence; // its blanks are still underscores
    const char *file;     // where it is defined, as the compiler
    unsigned line;        //   was told
    bool is_big;          // too big to let each allocation fail
    void (*body)(void);   // what was written after TEST
    void (*run)(void);    // the same, run as often as it must be
    struct Claim *next;   // the next by file and by place in it
} Claim;

// What stands on one side of EXPECT_EQ.
typedef struct Side {
    const char *source; // as it is written; NULL: it is not told
    enum {
        SIDE_INT,
        SIDE_BOOL,
        SIDE_REAL,
        SIDE_TEXT,
        SIDE_OBJECT,
        SIDE_ADDRESS
    } kind;
    bool is_negative;
    unsigned long long bits; // of all kinds but SIDE_REAL
    double real;
    const char *text; // NULL but for SIDE_TEXT
} Side;

// Where a test is. Kept where a child's last words can be read.
typedef struct Place {
    const char *file;
    unsigned line;
    size_t failing; // the allocation that fails, from 1; 0: none does
    bool has_ended; // all its runs: only leaks can be found now
} Place;

extern Claim *check_claims;   // all that TEST has joined, in order
extern Place *check_place;    // the runner may put another in its place
extern FILE *check_out;       // takes a line for each failure
extern bool check_only_peace; // let no allocation fail

void check_join(Claim *claim);
void check_run(const Claim *claim);
void check_at(const char *file, unsigned line);
void check_call(const char *file, unsigned line);
void check_expect(bool is_true, const char *what);
Object *check_hold(Object *made, const char *call);
Object *check_knot(Object *made, void (*empty)(Object *self));
void check_did(bool done, const char *call);

Side check_int(const char *source, long long value);
Side check_size(const char *source, unsigned long long value);
Side check_bool(const char *source, bool value);
Side check_real(const char *source, double value);
Side check_text(const char *source, const char *value);
Side check_object(const char *source, Object *value);
Side check_address(const char *source, const void *value);
void check_same(Side left, Side right, const char *what);

// What a failed expectation saw: how `asked` answered, if it is not NULL,
// and what the sides are.
void check_seen(const char *asked, bool answer, int nsides,
                const Side sides[]);
bool check_try(void); // returns in the child, and then in the parent
void check_end_trial(void); // of a call that came back, in the child
void check_panic(const char *text, const char *what);

// Write to check_out, in the manner of printf, what failed and where.
void check_tell(const char *format, ...);
void check_tell_death(int status); // how a child ended that should not

#define CHECK_SAME(a, b, left, right, what)                            \
    do {                                                               \
        check_at(__FILE__, __LINE__);                                  \
        Side check_left = CHECK_SIDE(left, a);                         \
        check_same(check_left, CHECK_SIDE(right, b), what);            \
    } while (0)

#define CHECK_SIDE(source, x)                                          \
    _Generic((x), bool: check_bool, char: check_int,                   \
             signed char: check_int, short: check_int, int: check_int, \
             long: check_int, long long: check_int,                    \
             unsigned char: check_size, unsigned short: check_size,    \
             unsigned: check_size, unsigned long: check_size,          \
             unsigned long long: check_size, float: check_real,        \
             double: check_real, char *: check_text,                   \
             const char *: check_text, Object *: check_object,         \
             default: check_address)(source, (x))

#define CHECK_JOIN(claim, big)                                         \
    static void claim(void);                                           \
    static void claim##_run(void);                                     \
    static Claim claim##_claim = {                                     \
        .sentence = #claim,                                            \
        .file = __FILE__,                                              \
        .line = __LINE__,                                              \
        .is_big = big,                                                 \
        .body = claim,                                                 \
        .run = claim##_run,                                            \
    };                                                                 \
    static void claim##_run(void)                                      \
    {                                                                  \
        check_run(&claim##_claim);                                     \
    }                                                                  \
    __attribute__((constructor)) static void claim##_join(void)        \
    {                                                                  \
        check_join(&claim##_claim);                                    \
    }                                                                  \
    static void claim(void)

#endif
