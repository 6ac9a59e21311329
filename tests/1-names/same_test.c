// same_test.c: what chapter 1 claims of the same and the equal.
#include "check.h"
#include "types/int.h"
#include "types/singleton.h"

TEST(ints_of_one_value_are_equal_though_they_are_two)
{
    Object *a = hold(int_new(1000));
    Object *b = hold(int_new(1000));

    EXPECT(object_equal(a, b) && !object_is(a, b));
    EXPECT(!object_equal(a, hold(int_new(1001))));
}

static bool show(FILE *out, Object *self)
{
    return fputs(self->type->name, out) != EOF;
}

static Object *asked, *about;

static Answer agree(Object *self, Object *other)
{
    asked = self;
    about = other;
    return YES;
}

static Type agreeable = {
    .object = OBJECT_HEAD(&type_type),
    .name = "agreeable",
    .size = sizeof(Object),
    .show = show,
    .equal = agree,
};

TEST(the_first_is_asked_about_the_second)
{
    Object *a = hold(object_new(&agreeable));
    Object *b = hold(object_new(&agreeable));

    EXPECT(object_equal(a, b));
    EXPECT_EQ(asked, a);
    EXPECT_EQ(about, b);
}

TEST(the_second_is_asked_when_the_first_cannot_tell)
{
    Object *self = hold(object_new(&agreeable));
    asked = NULL;

    EXPECT(object_equal(hold(int_new(1)), self));
    EXPECT_EQ(asked, self);
    EXPECT(object_equal(none(), self));
}

static Answer wonder(Object *self, Object *other)
{
    asked = self;
    about = other;
    return CANNOT_TELL;
}

static Type unsure = {
    .object = OBJECT_HEAD(&type_type),
    .name = "unsure",
    .size = sizeof(Object),
    .show = show,
    .equal = wonder,
};

TEST(where_neither_can_tell_an_object_equals_only_itself)
{
    Object *a = hold(object_new(&unsure));
    Object *b = hold(object_new(&unsure));

    EXPECT(object_equal(a, a));
    EXPECT(!object_equal(a, b));
    EXPECT_EQ(asked, b);
}

TEST(a_derived_type_is_asked_first)
{
    Type derived = agreeable;
    derived.base = &unsure;
    Object *base = hold(object_new(&unsure));
    Object *self = hold(object_new(&derived));
    asked = NULL;

    EXPECT(object_equal(base, self));
    EXPECT_EQ(asked, self);
    EXPECT_EQ(about, base);
}

TEST(the_base_is_asked_when_the_derived_type_cannot_tell)
{
    Type derived = unsure;
    derived.base = &agreeable;
    Object *base = hold(object_new(&agreeable));
    Object *self = hold(object_new(&derived));

    EXPECT(object_equal(base, self));
    EXPECT_EQ(asked, base);
}

TEST(a_type_is_derived_from_itself_and_from_its_bases)
{
    Type child = { .base = &bool_type };

    EXPECT(type_is_subtype(&int_type, &int_type));
    EXPECT(type_is_subtype(&child, &int_type));
    EXPECT(!type_is_subtype(&int_type, &bool_type));
    EXPECT(!type_is_subtype(NULL, &int_type));
}
