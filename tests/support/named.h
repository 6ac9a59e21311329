// named.h: instances with a letter for a name, that say when they are
// finalized; and words to tie them together.
//
// Nothing fails from begin_named on: what is shown is what happens when
// somebody is called, and who is called needs memory.
#ifndef NAMED_H
#define NAMED_H

#include "check.h"

#include "gc/gc.h"
#include "memory/mem.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/str.h"

#include <string.h>

enum { LETTERS = 8 };

static const char *const letters[LETTERS] = { "a", "b", "c", "d",
                                              "e", "f", "g", "h" };
static Class classes[LETTERS]; // a, b, c ... are instances of these
static void (*deeds[LETTERS])(Object *self); // when it is finalized
static char said[200]; // a letter for each one called, in order
static Object *place;  // what deeds do something with

static inline void say(const char *word)
{
    strncat(said, word, sizeof said - strlen(said) - 1);
}

static inline size_t number(const char *letter)
{
    return (size_t)(*letter - 'a');
}

static inline void speak(Object *self)
{
    say(self->type->name);
    if (deeds[number(self->type->name)] != NULL)
        deeds[number(self->type->name)](self);
}

static inline void begin_named(void)
{
    mem_fail_after(SIZE_MAX);
    for (size_t i = 0; i < LETTERS; i++) {
        classes[i] = class_new(letters[i], NULL);
        classes[i].type.finalize = speak;
        deeds[i] = NULL;
    }
    said[0] = '\0';
    place = NULL;
}

// The deed of all that are called `letter` from now on.
static inline void teach(const char *letter, void (*deed)(Object *))
{
    deeds[number(letter)] = deed;
}

// Let `name` mean what was made for it alone.
static inline Object *give(const char *name, STEALS Object *made)
{
    scope_bind(names, name, made);
    decref(made);
    return made;
}

static inline Object *named(const char *letter)
{
    return scope_lookup(names, letter);
}

// Make an instance for each of these letters, and bind it.
static inline void make(const char *all)
{
    for (; *all != '\0'; all++) {
        size_t i = number(all);
        give(letters[i], instance_new(&classes[i]));
    }
}

// Let each of `all` hold the next, in an attribute of its name: "aba"
// is a ring of two.
static inline void tie(const char *all)
{
    for (; all[1] != '\0'; all++) {
        const char *next = letters[number(all + 1)];
        instance_set(named(letters[number(all)]), next, named(next));
    }
}

// Unbind all of these.
static inline void forget(const char *all)
{
    for (; *all != '\0'; all++)
        scope_unbind(names, letters[number(all)]);
}

// What was said since the last time somebody asked was that.
static inline bool was_said(const char *wanted)
{
    bool answer = strcmp(said, wanted) == 0;
    if (!answer)
        fprintf(check_out, "said: %s\n", said);
    said[0] = '\0';
    return answer;
}

// A farewell that says the text that it was given.
static inline void say_text(Object *weakref, Object *text)
{
    (void)weakref;
    say(str_text(text));
}

// A weak reference to the one of that name, whose farewell says `text`.
static inline NEW Object *watch(const char *letter, const char *text)
{
    Object *with = str_new(text);
    Object *weakref = weakref_new(named(letter), say_text, with);
    decref(with);
    return weakref;
}

static inline bool is_dead(Object *weakref)
{
    Object *target = weakref_get(weakref);
    bool answer = target == NULL;
    ref_clear(&target);
    return answer;
}

// Put into `list` what was made for it alone.
static inline Object *append(Object *list, STEALS Object *made)
{
    list_append(list, made);
    decref(made);
    return made;
}

#endif
