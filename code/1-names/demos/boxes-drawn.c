#include <stdio.h>
#include <stdlib.h>

static void draw(const char *figure, int a, int b, int c)
{
    char path[1024];
    const char *folder = getenv("FIGURES");
    if (folder == NULL)
        return;
    snprintf(path, sizeof path, "%s/%s-1.dot", folder, figure);
    FILE *out = fopen(path, "w");
    if (out == NULL)
        exit(1);
    fprintf(out, "digraph \"%s\" {\n", figure);
    fprintf(out, "  \"a\" [type=box, value=\"%d\"];\n", a);
    fprintf(out, "  \"b\" [type=box, value=\"%d\"];\n", b);
    fprintf(out, "  \"c\" [type=box, value=\"%d\"];\n}\n", c);
    fclose(out);
}

int main(void)
{
    int a = 1, b = a;
    a = a + 1;
    int c = 1;
    draw("boxes", a, b, c);
    printf("%d %d %d\n", a, b, c);
}
