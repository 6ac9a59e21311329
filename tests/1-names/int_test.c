// int_test.c: what chapter 1 claims of ints.
#include "check.h"
#include "memory/mem.h"
#include "types/int.h"

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
