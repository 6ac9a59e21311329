#include "show/draw.h"
#include "types/list.h"

static void write_name(FILE *out, Ring *at)
{
    if (at == &track_all)
        fputs("\"book\"", out);
    else
        fprintf(out, "\"list #%zu\"", object_birth(track_object(at)));
}

static void write_book(FILE *out, const void *what)
{
    Ring *at = &track_all;
    do {
        fputs("  ", out);
        write_name(out, at);
        fputs(at == what ? " [type=scope];\n  " : " [type=list];\n  ", out);
        write_name(out, at);
        fputs(" -> ", out);
        write_name(out, at->next);
        fputs(" [slot=next];\n", out);
        at = at->next;
    } while (at != &track_all);
}

int main(void)
{
    Object *a = list_new(), *b = list_new(), *c = list_new();
    draw_with("book", write_book, &track_all);
    decref(b);
    draw_with("book", write_book, &track_all);
    decref(a), decref(c);
}
