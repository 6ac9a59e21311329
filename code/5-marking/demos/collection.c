#include "show/draw.h"

#include <string.h>

// The steps and the question, with the words on the arrows between.
static const char *const way[][3] = {
    { "judge by counts", "then", "untrack plain dicts" },
    { "untrack plain dicts", "then", "cut weak references" },
    { "cut weak references", "then", "say farewells" },
    { "say farewells", "then", "all quiet?" },
    { "all quiet?", "no", "call finalizers" },
    { "all quiet?", "yes", "clear the garbage" },
    { "call finalizers", "then", "judge again" },
    { "judge again", "then", "clear the garbage" },
    { "clear the garbage", NULL, NULL },
};

static void write_way(FILE *out, const void *what)
{
    const char *last = what;
    for (size_t i = 0; i < sizeof way / sizeof way[0]; i++) {
        const char *from = way[i][0], *to = way[i][2];
        const char *type = strchr(from, '?') ? "question" : "step";
        if (strcmp(from, last) != 0)
            fprintf(out, "  \"%s\" [type=%s];\n", from, type);
        if (to != NULL)
            fprintf(out, "  \"%s\" -> \"%s\" [slot=%s];\n", from, to,
                    way[i][1]);
        last = from;
    }
}

int main(void)
{
    draw_with("collection", write_way, "");
}
