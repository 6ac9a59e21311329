// repr_test.c: what chapter 3 claims of objects that are written out.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/singleton.h"
#include "types/str.h"
#include "types/tuple.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Whether object_show writes `self` as `wanted`.
static bool reads(Object *self, const char *wanted)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    object_show(out, self);
    fclose(out);
    bool is_wanted = strcmp(text, wanted) == 0;
    free(text);
    return is_wanted;
}

// Whether object_print writes `self` as `wanted`.
static bool prints(Object *self, const char *wanted)
{
    char text[100] = "";
    int ends[2], usual = dup(STDOUT_FILENO);
    fflush(stdout);
    if (usual < 0 || pipe(ends) != 0
        || dup2(ends[1], STDOUT_FILENO) < 0)
        return false;
    // Print into the pipe, and read from its other end
    object_print(self);
    fflush(stdout);
    dup2(usual, STDOUT_FILENO);
    ssize_t nbytes = read(ends[0], text, sizeof text - 1);
    close(usual);
    close(ends[0]);
    close(ends[1]);
    return nbytes > 0 && strcmp(text, wanted) == 0;
}

TEST(a_list_reads_as_python_writes_it)
{
    Object *list = hold(list_new());
    EXPECT(reads(list, "[]"));

    did(list_append(list, hold(int_new(-1000))));
    did(list_append(list, none()));
    did(list_append(list, hold(str_new("spam"))));

    EXPECT(reads(list, "[-1000, None, 'spam']"));
}

TEST(a_dict_reads_in_the_order_of_its_keys)
{
    Object *dict = hold(dict_new());
    EXPECT(reads(dict, "{}"));

    did(dict_set(dict, hold(str_new("b")), hold(int_new(1))));
    did(dict_set(dict, hold(str_new("a")), hold(list_new())));

    EXPECT(reads(dict, "{'b': 1, 'a': []}"));
}

TEST(an_empty_set_does_not_read_as_a_dict)
{
    Object *set = hold(set_new());
    EXPECT(reads(set, "set()"));

    did(set_add(set, hold(int_new(2))));
    EXPECT(reads(set, "{2}"));

    did(set_add(set, hold(int_new(1))));
    EXPECT(reads(set, "{2, 1}"));
}

TEST(a_list_within_itself_reads_as_dots_each_time)
{
    Object *list = hold_knot(list_new(), list_clear);
    did(list_append(list, hold(int_new(1))));

    did(list_append(list, list));

    EXPECT(reads(list, "[1, [...]]"));
    EXPECT(reads(list, "[1, [...]]"));
}

TEST(a_dict_within_itself_reads_as_dots)
{
    Object *dict = hold_knot(dict_new(), dict_clear);
    did(dict_set(dict, hold(str_new("k")), hold(int_new(1))));

    did(dict_set(dict, hold(str_new("me")), dict));

    EXPECT(reads(dict, "{'k': 1, 'me': {...}}"));
}

TEST(a_tuple_and_its_list_read_as_dots_from_either_end)
{
    Object *list = hold_knot(list_new(), list_clear);
    Object *tuple = hold(tuple_new(1, &list));

    did(list_append(list, tuple));

    EXPECT(reads(tuple, "([(...)],)"));
    EXPECT(reads(list, "[([...],)]"));
}

TEST(an_object_side_by_side_with_itself_reads_in_full_twice)
{
    Object *list = hold(list_new());
    Object *item = hold(list_new());
    did(list_append(item, hold(int_new(1))));

    did(list_append(list, item));
    did(list_append(list, item));

    EXPECT(reads(list, "[[1], [1]]"));
}

TEST(a_str_prints_bare_but_with_quotes_in_a_list)
{
    Object *str = hold(str_new("spam"));
    Object *list = hold(list_new());
    did(list_append(list, str));

    EXPECT(prints(str, "spam\n"));
    EXPECT(reads(str, "'spam'"));
    EXPECT(prints(list, "['spam']\n"));
}

TEST(true_and_false_read_as_words)
{
    Object *pair[] = { bool_of(true), bool_of(false) };

    EXPECT(reads(hold(tuple_new(2, pair)), "(True, False)"));
}

TEST(what_cannot_be_written_is_not_shown_whatever_it_is)
{
    Object *str = hold(str_new("spam"));
    Object *all[] = { str, hold(tuple_new(1, &str)), hold(dict_new()),
                      hold(set_new()) };
    FILE *full = fopen("/dev/full", "w");
    EXPECT(full != NULL);
    setbuf(full, NULL);

    for (int i = 0; i < 4; i++)
        EXPECT(!object_show(full, all[i]));

    fclose(full);
}

static Object *its_set;

static bool show_its_set(FILE *out, Object *self)
{
    (void)self;
    return fputs("Me ", out) != EOF && object_show(out, its_set);
}

static Type vain = {
    .object = OBJECT_HEAD(&type_type),
    .name = "vain",
    .size = sizeof(Object),
    .show = show_its_set,
};

TEST(a_set_within_itself_reads_as_dots_in_its_own_way)
{
    its_set = hold(set_new());

    did(set_add(its_set, hold(object_new(&vain))));

    EXPECT(reads(its_set, "{Me set(...)}"));
}
