// letters.h: rings of letters, and how they read.
#ifndef LETTERS_H
#define LETTERS_H

#include "base/ring.h"

typedef struct Letter {
    Ring ring; // first, so that a node is a letter
    char letter;
} Letter;

static Letter a, b, c, d;
static Ring ring, other;

static inline void begin(void)
{
    a = (Letter){ .letter = 'a' };
    b = (Letter){ .letter = 'b' };
    c = (Letter){ .letter = 'c' };
    d = (Letter){ .letter = 'd' };
    ring_init(&ring);
    ring_init(&other);
}

static inline void fill(void)
{
    begin();
    ring_add(&ring, &a.ring);
    ring_add(&ring, &b.ring);
    ring_add(&ring, &c.ring);
}

// Whether `self` reads like that forwards, and the same backwards.
static inline bool reads(Ring *self, const char *letters)
{
    const Ring *at = self;
    for (const char *letter = letters; *letter != '\0'; letter++) {
        if (at->next->prev != at)
            return false;
        at = at->next;
        if (at == self || ((const Letter *)at)->letter != *letter)
            return false;
    }
    return at->next == self && self->prev == at;
}

#endif
