#include "show/draw.h"

#include "base/panic.h"
#include "show/show.h"

#include <stdlib.h>
#include <string.h>

static unsigned next_number(const char *figure)
{
    static const char *last = "";
    static unsigned number;
    if (strcmp(figure, last) != 0)
        number = 0;
    last = figure;
    return ++number;
}

void draw(const char *figure, const Scope *scope)
{
    const char *folder = getenv("FIGURES");
    if (folder == NULL)
        return;
    char path[1024];
    unsigned number = next_number(figure);
    snprintf(path, sizeof path, "%s/%s-%u.dot", folder, figure, number);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        panic("the figure %s cannot be written", path);
    fprintf(out, "digraph \"%s\" {\n", figure);
    show_scope(out, scope);
    fputs("}\n", out);
    fclose(out);
}
