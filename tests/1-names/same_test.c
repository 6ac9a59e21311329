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

static Object *first, *asked, *about; // who was asked first, and last

static Answer note(Object *self, Object *other, Answer answer)
{
    first = first == NULL ? self : first;
    asked = self;
    about = other;
    return answer;
}

static Answer agree(Object *self, Object *other)
{
    return note(self, other, YES);
}

static Type agreeable = {
    .object = OBJECT_HEAD(&type_type),
    .name = "agreeable",
    .size = sizeof(Object),
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
    return note(self, other, CANNOT_TELL);
}

static Type unsure = {
    .object = OBJECT_HEAD(&type_type),
    .name = "unsure",
    .size = sizeof(Object),
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

static Answer deny(Object *self, Object *other)
{
    return note(self, other, NO);
}

static Type base_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "base",
    .size = sizeof(Object),
    .equal = deny,
};

static Type derived_type = {
    .object = OBJECT_HEAD(&type_type),
    .name = "derived",
    .size = sizeof(Object),
    .equal = agree,
    .base = &base_type,
};

TEST(a_derived_type_is_asked_first)
{
    Object *base = hold(object_new(&base_type));
    Object *derived = hold(object_new(&derived_type));

    EXPECT(object_equal(base, derived));
    EXPECT(object_equal(derived, base));
}

TEST(an_object_of_the_same_type_is_not_asked_first)
{
    Object *a = hold(object_new(&derived_type));
    Object *b = hold(object_new(&derived_type));
    first = NULL;

    object_equal(a, b);

    EXPECT_EQ(first, a);
}

TEST(the_base_is_asked_when_the_derived_type_cannot_tell)
{
    static Type unsure_too;
    unsure_too = derived_type;
    unsure_too.equal = wonder;
    Object *base = hold(object_new(&base_type));
    Object *derived = hold(object_new(&unsure_too));
    first = NULL;

    EXPECT(!object_equal(derived, base));
    EXPECT_EQ(first, derived);
}

TEST(a_no_is_an_answer_and_no_other_is_asked)
{
    Object *a = hold(object_new(&base_type));
    Object *b = hold(object_new(&agreeable));

    EXPECT(!object_equal(a, b));
    EXPECT(object_equal(b, a));
}

TEST(a_type_derived_however_far_is_asked_before_its_base)
{
    static Type middle, derived;
    middle = derived = agreeable;
    middle.base = &agreeable;
    derived.base = &middle;
    derived.equal = deny;
    Object *base = hold(object_new(&agreeable));
    Object *self = hold(object_new(&derived));

    EXPECT(!object_equal(base, self) && !object_equal(self, base));
}

TEST(a_type_is_derived_from_itself_and_from_its_bases)
{
    Type child = { .base = &bool_type };

    EXPECT(type_is_subtype(&int_type, &int_type));
    EXPECT(type_is_subtype(&child, &int_type));
    EXPECT(!type_is_subtype(&int_type, &bool_type));
    EXPECT(!type_is_subtype(NULL, &int_type));
    EXPECT(!type_is_subtype(&bool_type, &none_type));
}

TEST(ints_are_compared_by_all_their_bits)
{
    Object *far = hold(int_new(((int64_t)1 << 32) + 1));

    EXPECT(!object_equal(hold(int_new(1)), far));
    EXPECT(!object_equal(far, hold(int_new(1))));
}
