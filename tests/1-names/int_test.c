// int_test.c: what chapter 1 claims of ints.
#define _POSIX_C_SOURCE 200809L
#include "base/panic.h"
#include "check.h"
#include "memory/mem.h"
#include "types/int.h"

#include <string.h>
#include <unistd.h>

TEST(an_int_has_the_value_it_was_made_with)
{
    Object *least = hold(int_new(INT64_MIN));
    Object *greatest = hold(int_new(INT64_MAX));

    EXPECT_EQ(int_value(least), INT64_MIN);
    EXPECT_EQ(int_value(greatest), INT64_MAX);
}

TEST(small_ints_of_one_value_are_one_object)
{
    EXPECT_EQ(hold(int_new(-5)), hold(int_new(-5)));
    EXPECT_EQ(hold(int_new(0)), hold(int_new(0)));
    EXPECT_EQ(hold(int_new(256)), hold(int_new(256)));
}

TEST(small_ints_of_two_values_are_two_objects)
{
    EXPECT(hold(int_new(-5)) != hold(int_new(-4)));
    EXPECT(hold(int_new(255)) != hold(int_new(256)));
}

TEST(other_ints_are_made_anew_each_time)
{
    EXPECT(hold(int_new(-6)) != hold(int_new(-6)));
    EXPECT(hold(int_new(257)) != hold(int_new(257)));
}

TEST(the_shared_ints_are_those_said_to_be_cached)
{
    EXPECT(int_is_cached(-5) && int_is_cached(256));
    EXPECT(!int_is_cached(-6) && !int_is_cached(257));
}

TEST(two_objects_that_live_have_two_ids)
{
    Object *a = hold(int_new(1000));
    Object *b = hold(int_new(1000));

    EXPECT(object_id(a) != object_id(b));
    EXPECT(object_id(a) == object_id(a));
}

TEST(a_type_is_an_object_of_the_type_type)
{
    Object *type = &hold(int_new(1))->type->object;

    EXPECT_EQ(type, &int_type.object);
    EXPECT_EQ(type->type, &type_type);
    EXPECT_EQ(type->type->object.type, &type_type);
}

TEST(an_object_that_is_freed_gives_its_memory_back)
{
    size_t live = mem_live_bytes();
    Object *self = object_new(&int_type);
    did(self != NULL);
    EXPECT_EQ(mem_live_bytes(), live + int_type.size);

    object_free(self);

    EXPECT_EQ(mem_live_bytes(), live);
}

TEST(an_object_knows_when_it_was_made)
{
    Object *a = hold(int_new(1000));
    Object *b = hold(int_new(2000));

    EXPECT_EQ(object_birth(b), object_birth(a) + 1);
}

TEST(what_cannot_be_written_is_not_shown)
{
    FILE *full = fopen("/dev/full", "w");
    EXPECT(full != NULL);
    setbuf(full, NULL);

    EXPECT(!object_show(full, hold(int_new(1))));

    fclose(full);
}

TEST(an_object_whose_type_cannot_show_it_goes_by_the_type)
{
    static Type plain = {
        .object = OBJECT_HEAD(&type_type),
        .name = "Plain",
        .size = sizeof(Object),
    };
    char text[20] = "";
    FILE *out = tmpfile();

    EXPECT(object_show(out, hold(object_new(&plain))));

    rewind(out);
    EXPECT_EQ(fgets(text, sizeof text, out), text);
    EXPECT_EQ((const char *)text, "<Plain object>");
    fclose(out);
}

static char *shown(Object *self)
{
    static char text[64];
    memset(text, 0, sizeof text);
    FILE *out = fmemopen(text, sizeof text, "w");
    object_show(out, self);
    fclose(out);
    return text;
}

TEST(an_int_is_shown_by_all_its_digits)
{
    EXPECT_EQ(shown(hold(int_new(INT64_MIN))), "-9223372036854775808");
    EXPECT_EQ(shown(hold(int_new(INT64_MAX))), "9223372036854775807");
}

TEST(each_small_int_has_a_value_of_its_own)
{
    for (int i = -5; i <= 256; i++)
        hold(int_new(i));

    for (int i = -5; i <= 256; i++)
        EXPECT_EQ(int_value(hold(int_new(i))), i);
}

// Where standard output goes meanwhile; print_ends puts it back.
static int print_begins(FILE *out)
{
    fflush(stdout);
    int kept = dup(1);
    dup2(fileno(out), 1);
    return kept;
}

static long print_ends(int kept, FILE *out)
{
    fflush(stdout);
    dup2(kept, 1);
    close(kept);
    fseek(out, 0, SEEK_END);
    return ftell(out);
}

TEST(to_print_is_to_show_and_to_end_the_line)
{
    FILE *out = tmpfile();
    Object *self = hold(int_new(1000));

    int kept = print_begins(out);
    bool done = object_print(self);

    EXPECT_EQ(print_ends(kept, out), 5);
    EXPECT(done);
    fclose(out);
}

static bool refuse(FILE *out, Object *self)
{
    (void)out, (void)self;
    return false;
}

static Type shy = {
    .object = OBJECT_HEAD(&type_type),
    .name = "shy",
    .size = sizeof(Object),
    .show = refuse,
};

TEST(no_line_is_ended_that_could_not_be_written)
{
    FILE *out = tmpfile();
    Object *self = hold(object_new(&shy));

    int kept = print_begins(out);
    bool done = object_print(self);

    EXPECT_EQ(print_ends(kept, out), 0);
    EXPECT(!done);
    fclose(out);
}

static void say_and_end(FILE *out)
{
    dup2(fileno(out), 1);
    fputs("said", stdout);
    panic("the end");
}

TEST(what_was_said_before_a_panic_is_not_lost)
{
    FILE *out = tmpfile();

    EXPECT_PANIC(say_and_end(out), "the end");

    fseek(out, 0, SEEK_END);
    EXPECT_EQ(ftell(out), 4);
    fclose(out);
}

TEST(a_type_knows_the_size_of_its_objects)
{
    EXPECT_EQ(type_type.size, sizeof(Type));
    EXPECT(int_type.size > sizeof(Object));
}
