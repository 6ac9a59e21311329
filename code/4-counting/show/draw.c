// draw.c: the numbered files that a program draws into.
#include "show/draw.h"

#include "base/panic.h"
#include "show/show.h"

#include <stdlib.h>

void draw_lost(const char *figure, const Scope *scope, Object *self)
{
    static int n;
    char path[1024];
    const char *folder = getenv("FIGURES");
    if (folder == NULL)
        return;
    snprintf(path, sizeof path, "%s/%s-%d.dot", folder, figure, ++n);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        panic("%s cannot be written", path);
    fprintf(out, "digraph \"%s\" {\n", figure);
    show_scope(out, scope);
    if (self != NULL)
        show_object(out, self);
    fputs("}\n", out);
    if (ferror(out) != 0 || fclose(out) != 0)
        panic("%s could not be written", path);
}

void draw(const char *figure, const Scope *scope)
{
    draw_lost(figure, scope, NULL);
}
