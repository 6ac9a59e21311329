// draw.c: the numbered files that a program draws into.
#include "show/draw.h"

#include "base/panic.h"
#include "show/show.h"

#include <stdlib.h>

static char path[1024];

static FILE *begin(const char *figure)
{
    static int n;
    const char *folder = getenv("FIGURES");
    if (folder == NULL)
        return NULL;
    snprintf(path, sizeof path, "%s/%s-%d.dot", folder, figure, ++n);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        panic("%s cannot be written", path);
    fprintf(out, "digraph \"%s\" {\n", figure);
    return out;
}

static void end(FILE *out)
{
    fputs("}\n", out);
    if (ferror(out) != 0 || fclose(out) != 0)
        panic("%s could not be written", path);
}

void draw(const char *figure, const Scope *scope)
{
    FILE *out = begin(figure);
    if (out == NULL)
        return;
    show_scope(out, scope);
    end(out);
}

void draw_with(const char *figure,
               void (*write)(FILE *out, const void *what),
               const void *what)
{
    FILE *out = begin(figure);
    if (out == NULL)
        return;
    write(out, what);
    end(out);
}

void draw_rings(const char *figure, const Scope *scope,
                Ring *const *rings)
{
    FILE *out = begin(figure);
    if (out == NULL)
        return;
    show_rings(out, scope, rings);
    end(out);
}
