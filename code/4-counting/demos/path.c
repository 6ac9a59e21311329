#include "show/draw.h"

#include <string.h>

// The steps and the questions, with the words on the arrows between.
static const char *const way[][3] = {
    { "the count is 0", "then", "too deep?" },
    { "too deep?", "yes", "park it" },
    { "too deep?", "no", "finalizer due?" },
    { "park it", "later", "finalizer due?" },
    { "finalizer due?", "yes", "call it" },
    { "finalizer due?", "no", "weak references die" },
    { "call it", "then", "is it held now?" },
    { "is it held now?", "yes", "it lives on" },
    { "is it held now?", "no", "weak references die" },
    { "it lives on", NULL, NULL },
    { "weak references die", "then", "drop what it holds" },
    { "drop what it holds", "then", "free it" },
    { "free it", NULL, NULL },
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
    draw_with("path", write_way, "");
}
