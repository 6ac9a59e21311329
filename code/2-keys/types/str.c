// str.c: text that never changes, behind its header.
//
//     Str: header | length | text ... 0
#include "types/str.h"

#include "memory/mem.h"

#include <string.h>

typedef struct Str {
    Object object;
    size_t length;    // in bytes, without the zero behind them
    size_t hash;      // of the text, or 0: not yet computed
    struct Str *next; // the next in its chain
    char text[];
} Str;

enum { FEWEST = 1024 };

static Str *first[FEWEST], **chains = first;
static size_t nchains = FEWEST, ninterned;

static Object *intern(const char *text, size_t nbytes);

static bool print(FILE *out, Object *self)
{
    size_t nbytes = str_length(self);
    return fwrite(str_text(self), 1, nbytes, out) == nbytes;
}

static bool show(FILE *out, Object *self)
{
    return fputc('\'', out) != EOF && print(out, self)
           && fputc('\'', out) != EOF;
}

static Answer equal(Object *self, Object *other)
{
    if (!type_is_subtype(other->type, &str_type))
        return CANNOT_TELL;
    size_t nbytes = str_length(self);
    bool same = nbytes == str_length(other)
                && memcmp(str_text(self), str_text(other), nbytes) == 0;
    return same ? YES : NO;
}

static size_t hash_text(const char *text, size_t nbytes)
{
    size_t hash = 0xCBF29CE484222325;
    for (size_t i = 0; i < nbytes; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001B3;
    return hash;
}

static bool hash(Object *self, size_t *hash)
{
    Str *str = (Str *)self;
    str->hash = hash_text(str->text, str->length);
    *hash = str->hash;
    return true;
}

static Object *make(const char *text, size_t nbytes)
{
    Object *made = object_new_var(&str_type, nbytes);
    if (made == NULL)
        return NULL;
    Str *str = (Str *)made;
    str->length = nbytes;
    memcpy(str->text, text, nbytes);
    return made;
}

Object *str_new_sized(const char *text, size_t nbytes)
{
    return nbytes < 2 ? intern(text, nbytes) : make(text, nbytes);
}

Object *str_new(const char *text)
{
    return str_new_sized(text, strlen(text));
}

const char *str_text(Object *self)
{
    return ((Str *)self)->text;
}

size_t str_length(Object *self)
{
    return ((Str *)self)->length;
}

Type str_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "str",
    .size = sizeof(Str) + 1, // with the zero
    .item_size = 1,
    .equal = equal,
    .show = show,
    .print = print,
    .hash = hash,
    .hashed = offsetof(Str, hash),
};

static Str *find(const char *text, size_t nbytes)
{
    Str *str = chains[hash_text(text, nbytes) % nchains];
    while (str != NULL
           && (str->length != nbytes
               || memcmp(str->text, text, nbytes) != 0))
        str = str->next;
    return str;
}

static void put(Str **row, size_t length, Str *str)
{
    Str **chain = &row[str->hash % length];
    str->next = *chain;
    *chain = str;
}

static void make_more_chains(void)
{
    size_t nbytes = mem_array(2 * nchains, sizeof(Str *));
    Str **row = mem_alloc(nbytes), *next;
    if (row == NULL) {
        error_clear();
        return;
    }
    for (size_t i = 0; i < nchains; i++)
        for (Str *str = chains[i]; str != NULL; str = next) {
            next = str->next;
            put(row, 2 * nchains, str);
        }
    if (chains != first)
        mem_free(chains); // the first row is static
    chains = row;
    nchains *= 2;
}

static Object *intern(const char *text, size_t nbytes)
{
    Str *str = find(text, nbytes);
    if (str != NULL)
        return &str->object;
    Object *made = make(text, nbytes);
    if (made == NULL)
        return NULL;
    if (++ninterned > nchains)
        make_more_chains();
    str = (Str *)made;
    str->hash = hash_text(text, nbytes);
    put(chains, nchains, str);
    return made;
}

Object *str_intern(const char *text)
{
    return intern(text, strlen(text));
}
