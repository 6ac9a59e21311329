// draw.c: the numbered files that a program draws into.
#include "show/draw.h"

#include "base/panic.h"
#include "show/show.h"

#include <stdlib.h>

static FILE *open_next(const char *figure)
{
    static int n;
    char path[1024];
    const char *folder = getenv("FIGURES");
    if (folder == NULL)
        return NULL;
    snprintf(path, sizeof path, "%s/%s-%d.dot", folder, figure, ++n);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        panic("the figure %s cannot be written to %s", figure, folder);
    return out;
}

void draw(const char *figure, const Scope *scope)
{
    FILE *out = open_next(figure);
    if (out == NULL)
        return;
    // Write the figure and close it
    fprintf(out, "digraph \"%s\" {\n", figure);
    show_scope(out, scope);
    fputs("}\n", out);
    fclose(out);
}

void draw_lost(const char *figure, const Scope *scope, Object *self)
{
    FILE *out = open_next(figure);
    if (out == NULL)
        return;
    fprintf(out, "digraph \"%s\" {\n", figure);
    show_scope(out, scope);
    show_object(out, self);
    fputs("}\n", out);
    fclose(out);
}
