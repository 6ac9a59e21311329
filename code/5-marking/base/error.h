// error.h: why a call failed: the error indicator.
//
// Who fails answers false or NULL, and sets it. Who calls passes that
// on, or clears it. A false that is an answer leaves it clear.
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/base.h"

// A kind of error, by Python's name.
typedef struct Exception {
    const char *name;
} Exception;

extern const Exception memory_error;  // CPython's PyExc_MemoryError
extern const Exception type_error;    // PyExc_TypeError
extern const Exception runtime_error; // PyExc_RuntimeError

// Set the indicator: an error of `kind`, and what printf would write.
//
// The message may be cut off after 127 bytes. Like PyErr_Format.
void error_set(const Exception *kind, const char *format, ...);

// Say that memory has run out. Returns NULL. Like PyErr_NoMemory.
void *error_no_memory(void);

// The kind of the error that is set, or NULL. Like PyErr_Occurred.
const Exception *error_occurred(void);

// Let no error be set. Like CPython's PyErr_Clear.
void error_clear(void);

// Print the error, as Python ends a traceback, and clear it.
//
// To standard output, while CPython's PyErr_Print takes sys.stderr.
void error_print(void);

extern const Exception recursion_error; // PyExc_RecursionError

extern const Exception index_error; // CPython's PyExc_IndexError

// An error that was put aside.
typedef struct Error {
    const Exception *kind; // NULL: none was set
    char message[128];
} Error;

// Let the indicator be `next`, and answer what it was before. Like
// CPython's PyErr_Fetch and PyErr_Restore.
Error error_swap(Error next);

#endif
