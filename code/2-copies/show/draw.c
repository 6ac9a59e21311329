// draw.c: the numbered files that a program draws into.
#include "show/draw.h"

#include "base/panic.h"
#include "show/show.h"

#include <stdlib.h>

static FILE *open_next(const char *folder, const char *figure)
{
    static int n;
    char path[1024];
    snprintf(path, sizeof path, "%s/%s-%d.dot", folder, figure, ++n);
    return fopen(path, "w");
}

void draw(const char *figure, const Scope *scope)
{
    const char *folder = getenv("FIGURES");
    if (folder == NULL)
        return;
    FILE *out = open_next(folder, figure);
    if (out == NULL)
        panic("the figure %s cannot be written to %s", figure, folder);
    // Write the figure and close it
    fprintf(out, "digraph \"%s\" {\n", figure);
    show_scope(out, scope);
    fputs("}\n", out);
    fclose(out);
}
