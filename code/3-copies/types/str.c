// str.c: text behind a header, and the table of those that are shared.
#include "types/str.h"

#include <string.h>

typedef struct Str {
    Object object;
    size_t hash;      // of the text, see object_hash
    struct Str *next; // when it is shared: the next in its chain
    char text[];
} Str;

const char *str_text(Object *self)
{
    return ((Str *)self)->text;
}

static size_t hash_text(const char *text)
{
    size_t hash = 0xCBF29CE484222325;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001B3;
    return hash;
}

static Str *make(const char *text, size_t hash)
{
    size_t nbytes = strlen(text) + 1;
    Str *str = (Str *)object_new_var(&str_type, nbytes);
    if (str == NULL)
        return NULL;
    str->hash = hash;
    memcpy(str->text, text, nbytes);
    return str;
}

enum { CHAINS = 1024 };

static Str *interned[CHAINS];

static Str *find(const char *text, size_t hash)
{
    Str *str = interned[hash % CHAINS];
    while (str != NULL && strcmp(str->text, text) != 0)
        str = str->next;
    return str;
}

static bool show(FILE *out, Object *self)
{
    return fprintf(out, "'%s'", str_text(self)) > 0;
}

static bool print(FILE *out, Object *self)
{
    return fputs(str_text(self), out) != EOF;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &str_type))
        return CANNOT_TELL;
    return strcmp(str_text(self), str_text(other)) == 0 ? YES : NO;
}

static bool hash(Object *self, size_t *hash)
{
    *hash = ((Str *)self)->hash;
    return true;
}

Type str_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "str",
    .size = sizeof(Str),
    .item_size = 1,
    .equal = equal,
    .show = show,
    .print = print,
    .hash = hash,
};

Object *str_intern(const char *text)
{
    size_t hash = hash_text(text);
    Str *str = find(text, hash);
    if (str != NULL)
        return &str->object;
    str = make(text, hash);
    if (str != NULL) {
        str->next = interned[hash % CHAINS];
        interned[hash % CHAINS] = str;
    }
    return (Object *)str;
}

Object *str_new(const char *text)
{
    if (text[0] == '\0' || text[1] == '\0')
        return str_intern(text);
    return (Object *)make(text, hash_text(text));
}
