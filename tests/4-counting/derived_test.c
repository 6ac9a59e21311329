// derived_test.c: what equals an instance derived from dict.
//
// Python 3.11: class D(dict): pass; class E(dict): pass
//     D(a=1) == {'a': 1}, {'a': 1} == D(a=1), D(a=1) == E(a=1)
// are True, True, True.
#include "check.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/singleton.h"

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
