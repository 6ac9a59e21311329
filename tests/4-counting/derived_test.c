// derived_test.c: what chapter 4 claims of classes with a base.
//
// Python 3.11: class D(dict): pass; class E(dict): pass
//     D(a=1) == {'a': 1}, {'a': 1} == D(a=1), D(a=1) == E(a=1)
// are True, True, True.
#include "check.h"
#include "types/copy.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"

#include <string.h>

static Class derived, other;

TEST(a_derived_instance_equals_a_dict_of_the_same_items)
{
    derived = class_new("derived", &dict_type);
    Object *a = hold(instance_new(&derived));
    Object *dict = hold(dict_new());
    Object *key = hold(int_new(1000));
    did(dict_set(a, key, none()));
    did(dict_set(dict, key, none()));

    EXPECT(object_equal(a, dict));
    EXPECT(object_equal(dict, a));
}

TEST(instances_of_two_classes_derived_from_dict_can_be_equal)
{
    derived = class_new("derived", &dict_type);
    other = class_new("other", &dict_type);
    Object *a = hold(instance_new(&derived));
    Object *b = hold(instance_new(&other));

    EXPECT(object_equal(a, b));
}

// Python 3.11 does the same with class B: pass; class C(B): pass; and
// with class B(dict): pass.

static Class base, above;
static char said[8];

static void say_base(Object *self)
{
    strcat(said, self->type == &above.type ? "a" : "b");
}

static void say_own(Object *self)
{
    (void)self;
    strcat(said, "o");
}

static bool count_init(Object *self)
{
    strcat(said, "i");
    return self != NULL;
}

static void derive(Type *root)
{
    said[0] = '\0';
    base = class_new("base", root);
    derived = class_new("derived", &base.type);
    above = class_new("above", &derived.type);
}

TEST(an_instance_of_a_derived_class_has_attributes)
{
    derive(NULL);
    Object *self = hold(instance_new(&above));
    Object *value = hold(int_new(1000));

    did(instance_set(self, "a", value));

    EXPECT_EQ(instance_get(self, "a"), value);
    EXPECT_EQ(ref_count(value), 2);
    EXPECT(type_is_subtype(self->type, &base.type));
}

TEST(an_instance_of_a_class_derived_from_one_derived_from_dict_is_a_dict)
{
    derive(&dict_type);
    Object *self = hold(instance_new(&above));
    Object *key = hold(int_new(1000)), *dict = hold(dict_new());

    did(dict_set(self, key, none()));
    did(dict_set(dict, key, none()));
    did(instance_set(self, "a", key));

    EXPECT_EQ(dict_length(self), 1);
    EXPECT(object_equal(self, dict) && object_equal(dict, self));
    EXPECT_EQ(ref_count(key), 4);
}

TEST(a_finalizer_is_looked_for_along_the_bases)
{
    derive(NULL);
    base.type.finalize = say_base; // after the others were derived
    Object *self = instance_new(&above);
    did(self != NULL);
    decref(self);
    EXPECT(strcmp(said, "a") == 0);

    derived.type.finalize = say_own;
    self = instance_new(&above);
    did(self != NULL);
    decref(self);
    EXPECT(strcmp(said, "ao") == 0);
}

TEST(a_finalizer_that_its_base_has_given_up_is_called_no_more)
{
    derive(NULL);
    base.type.finalize = say_base;
    base.init = count_init;
    other = class_new("other", &base.type);
    base.type.finalize = NULL;
    base.init = NULL;

    Object *self = instance_new(&other);
    did(self != NULL);
    decref(self);

    EXPECT(strcmp(said, "") == 0);
}

TEST(an_init_is_looked_for_along_the_bases)
{
    derive(&dict_type);
    base.init = count_init;

    hold(instance_new(&above));

    EXPECT(strcmp(said, "i") == 0);
}

TEST(a_copy_of_a_derived_instance_is_one)
{
    derive(&dict_type);
    Object *self = hold(instance_new(&above));
    Object *key = hold(int_new(1000)), *list = hold(list_new());
    did(dict_set(self, key, list));
    did(instance_set(self, "a", list));

    Object *shallow = hold(copy_shallow(self));
    Object *deep = hold(copy_deep(self));

    EXPECT(shallow->type == &above.type && deep->type == &above.type);
    EXPECT_EQ(dict_get(shallow, key), list);
    EXPECT_EQ(instance_get(shallow, "a"), list);
    EXPECT(dict_get(deep, key) == instance_get(deep, "a"));
    EXPECT(dict_get(deep, key) != list);
}

TEST(a_class_can_be_derived_from_a_class_or_dict_alone)
{
    EXPECT_PANIC(class_new("class", &list_type),
                 "class class cannot be derived from list");
}
