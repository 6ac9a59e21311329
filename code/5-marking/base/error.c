// error.c: one error at a time, its kind and its message.
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

const Exception memory_error = { "MemoryError" };
const Exception type_error = { "TypeError" };
const Exception runtime_error = { "RuntimeError" };

static const Exception *occurred;
static char message[128];

void error_set(const Exception *kind, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(message, sizeof message, format, values);
    va_end(values);
    occurred = kind;
}

void *error_no_memory(void)
{
    occurred = &memory_error;
    message[0] = '\0';
    return NULL;
}

const Exception *error_occurred(void)
{
    return occurred;
}

void error_clear(void)
{
    occurred = NULL;
}

void error_print(void)
{
    if (occurred == NULL)
        return;
    const char *colon = message[0] == '\0' ? "" : ": ";
    printf("%s%s%s\n", occurred->name, colon, message);
    error_clear();
}

const Exception recursion_error = { "RecursionError" };

const Exception index_error = { "IndexError" };

Error error_swap(Error next)
{
    if (occurred == NULL && next.kind == NULL)
        return next; // as nearly always
    Error before = { .kind = occurred };
    snprintf(before.message, sizeof before.message, "%s", message);
    occurred = next.kind;
    snprintf(message, sizeof message, "%s", next.message);
    return before;
}
