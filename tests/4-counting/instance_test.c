// instance_test.c: what chapter 4 claims of classes and instances.
#define _POSIX_C_SOURCE 200809L
#include "check.h"
#include "memory/mem.h"
#include "show/show.h"
#include "types/copy.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/singleton.h"
#include "types/str.h"

#include <stdlib.h>
#include <string.h>

static Class plain, derived;
static int nmade; // how many instances `init` has seen
static int ndead; // how many instances `finalize` has seen

static bool init(Object *self)
{
    nmade++;
    return instance_set(self, "a", none());
}

static void finalize(Object *self)
{
    ndead += instance_get(self, "b") == NULL;
}

static void begin(void)
{
    nmade = ndead = 0;
    plain = class_new("plain", NULL);
    derived = class_new("derived", &dict_type);
}

TEST(an_attribute_is_the_object_itself)
{
    begin();
    Object *self = hold(instance_new(&plain));
    Object *value = hold(list_new());

    did(instance_set(self, "a", value));

    EXPECT(object_is(instance_get(self, "a"), value));
    EXPECT(ref_count(value) == 2);
}

TEST(an_attribute_that_was_never_set_is_not_there)
{
    begin();
    Object *self = hold(instance_new(&plain));
    did(instance_set(self, "a", none()));

    EXPECT(instance_get(self, "b") == NULL);
    EXPECT(instance_get(hold(instance_new(&plain)), "a") == NULL);
}

TEST(an_attribute_that_is_set_again_lets_the_old_one_go)
{
    begin();
    Object *self = hold(instance_new(&plain));
    Object *old = hold(int_new(1000));
    did(instance_set(self, "a", old));

    did(instance_set(self, "a", none()));

    EXPECT(object_is(instance_get(self, "a"), none()));
    EXPECT(ref_count(old) == 1);
}

TEST(an_attribute_can_be_deleted_once)
{
    begin();
    Object *self = hold(instance_new(&plain));
    Object *value = hold(int_new(1000));
    did(instance_set(self, "a", value));

    EXPECT(instance_delete(self, "a"));
    EXPECT(instance_get(self, "a") == NULL && ref_count(value) == 1);
    EXPECT(!instance_delete(self, "a"));
}

TEST(an_attribute_is_its_letters_wherever_they_stand)
{
    begin();
    char written[] = "spam", read[] = "spam";
    Object *self = hold(instance_new(&plain));

    did(instance_set(self, written, none()));
    written[0] = 'x';

    EXPECT(object_is(instance_get(self, read), none()));
}

TEST(an_attribute_s_name_is_gone_with_the_last_who_has_it)
{
    begin();
    Object *self = hold(instance_new(&plain));
    did(instance_set(self, "spam", none()));
    Object *name = hold(ref_new(str_interned("spam")));
    EXPECT(ref_count(name) == 2);

    EXPECT(instance_delete(self, "spam"));

    EXPECT(ref_count(name) == 1);
}

TEST(two_instances_have_attributes_of_their_own)
{
    begin();
    Object *one = hold(instance_new(&plain));
    Object *other = hold(instance_new(&plain));
    did(instance_set(one, "a", none()));

    did(instance_set(other, "a", bool_of(true)));

    EXPECT(object_is(instance_get(one, "a"), none()));
    EXPECT(object_is(instance_get(other, "a"), bool_of(true)));
}

TEST(instances_are_equal_only_to_themselves)
{
    begin();
    Object *a = hold(instance_new(&plain));
    Object *b = hold(instance_new(&plain));
    size_t hash;

    EXPECT(object_equal(a, a) && !object_equal(a, b));
    EXPECT(object_hash(a, &hash));
}

TEST(an_instance_is_as_its_init_has_left_it)
{
    begin();
    plain.init = init;

    Object *self = hold(instance_new(&plain));

    EXPECT(nmade == 1);
    EXPECT(object_is(instance_get(self, "a"), none()));
}

static bool refuse(Object *self)
{
    init(self);
    return false;
}

TEST(an_instance_whose_init_refuses_is_finalized_and_gone)
{
    begin();
    size_t live = mem_live_bytes();
    plain.init = refuse;
    plain.finalize = finalize;

    EXPECT(instance_new(&plain) == NULL);

    did(!mem_has_failed());
    EXPECT(nmade == 1 && ndead == 1);
    EXPECT(mem_live_bytes() == live);
}

TEST(an_instance_of_a_class_derived_from_dict_has_items)
{
    begin();
    Object *self = hold(instance_new(&derived));
    Object *key = hold(str_new("spam"));

    did(dict_set(self, key, none()));

    EXPECT(dict_length(self) == 1);
    EXPECT(object_is(dict_get(self, key), none()));
}

TEST(items_and_attributes_of_one_name_are_two_things)
{
    begin();
    Object *self = hold(instance_new(&derived));
    Object *key = hold(str_new("spam"));
    did(dict_set(self, key, bool_of(true)));

    did(instance_set(self, "spam", bool_of(false)));

    EXPECT(object_is(dict_get(self, key), bool_of(true)));
    EXPECT(object_is(instance_get(self, "spam"), bool_of(false)));
    EXPECT(dict_length(self) == 1);
}

TEST(derived_instances_are_equal_when_their_items_are)
{
    begin();
    Object *a = hold(instance_new(&derived));
    Object *b = hold(instance_new(&derived));
    did(dict_set(a, hold(int_new(1000)), none()));
    EXPECT(!object_equal(a, b));

    did(dict_set(b, hold(int_new(1000)), none()));
    did(instance_set(b, "a", none()));

    EXPECT(object_equal(a, b));
}

TEST(a_derived_instance_has_no_hash)
{
    begin();
    Object *self = hold(instance_new(&derived));
    size_t hash;

    EXPECT(!object_hash(self, &hash));
}

static bool shows(Object *self, const char *wanted)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    object_show(out, self);
    fclose(out);
    bool answer = strcmp(text, wanted) == 0;
    free(text);
    return answer;
}

TEST(an_instance_shows_its_class)
{
    begin();

    EXPECT(shows(hold(instance_new(&plain)), "<plain object>"));
}

TEST(a_derived_instance_shows_its_items)
{
    begin();
    Object *self = hold_knot(instance_new(&derived), dict_clear);
    Object *key = hold(int_new(1));

    did(dict_set(self, key, self));

    EXPECT(shows(self, "{1: {...}}"));
}

static int nvisited;

static void count_visit(Object *child, void *context)
{
    nvisited += child == context;
}

TEST(items_and_attributes_are_visited_once_each)
{
    begin();
    Object *self = hold(instance_new(&derived));
    Object *value = hold(list_new());
    did(dict_set(self, hold(int_new(1)), value));
    did(instance_set(self, "a", value));
    did(instance_set(self, "b", value));
    nvisited = 0;

    self->type->visit(self, count_visit, value);

    EXPECT(nvisited == 3);
}

TEST(a_copy_has_the_same_attributes_and_calls_no_init)
{
    begin();
    plain.init = init;
    Object *self = hold(instance_new(&plain));
    Object *list = hold(list_new());
    did(instance_set(self, "a", list));

    Object *copy = hold(copy_shallow(self));

    EXPECT(nmade == 1 && !object_is(copy, self));
    EXPECT(copy->type == self->type);
    EXPECT(object_is(instance_get(copy, "a"), list));
}

TEST(setting_an_attribute_of_a_copy_leaves_the_original_alone)
{
    begin();
    Object *self = hold(instance_new(&plain));
    did(instance_set(self, "a", none()));
    Object *copy = hold(copy_shallow(self));

    did(instance_set(copy, "a", bool_of(true)));

    EXPECT(object_is(instance_get(self, "a"), none()));
}

TEST(a_deep_copy_has_copies_of_attributes_and_calls_no_init)
{
    begin();
    plain.init = init;
    Object *self = hold(instance_new(&plain));
    Object *list = hold(list_new());
    did(instance_set(self, "a", list));

    Object *copy = hold(copy_deep(self));

    EXPECT(nmade == 1 && copy->type == self->type);
    EXPECT(!object_is(instance_get(copy, "a"), list));
    EXPECT(object_equal(instance_get(copy, "a"), list));
}

TEST(a_copy_of_a_derived_instance_shares_its_items)
{
    begin();
    Object *self = hold(instance_new(&derived));
    Object *key = hold(int_new(1)), *list = hold(list_new());
    did(dict_set(self, key, list));
    did(instance_set(self, "a", list));

    Object *copy = hold(copy_shallow(self));

    EXPECT(!object_is(copy, self) && copy->type == self->type);
    EXPECT(object_is(dict_get(copy, key), list));
    EXPECT(object_is(instance_get(copy, "a"), list));
}

TEST(a_deep_copy_of_a_derived_instance_copies_its_items)
{
    begin();
    Object *self = hold(instance_new(&derived));
    Object *key = hold(int_new(1)), *list = hold(list_new());
    did(dict_set(self, key, list));
    did(instance_set(self, "a", list));

    Object *copy = hold(copy_deep(self));

    EXPECT(object_equal(copy, self) && copy->type == self->type);
    EXPECT(!object_is(dict_get(copy, key), list));
    EXPECT(object_is(instance_get(copy, "a"), dict_get(copy, key)));
}

static void forget_me(Object *self)
{
    instance_delete(self, "me");
}

TEST(a_deep_copy_of_an_instance_that_holds_itself_holds_itself)
{
    begin();
    Object *self = hold_knot(instance_new(&plain), forget_me);
    did(instance_set(self, "me", self));
    did(instance_set(self, "other", hold(list_new())));

    Object *copy = hold_knot(copy_deep(self), forget_me);

    EXPECT(!object_is(copy, self));
    EXPECT(object_is(instance_get(copy, "me"), copy));
}

TEST(an_instance_that_is_shared_is_copied_once)
{
    begin();
    Object *list = hold(list_new());
    Object *self = hold(instance_new(&plain));
    did(list_append(list, self));
    did(list_append(list, self));

    Object *copy = hold(copy_deep(list));

    EXPECT(!object_is(list_get(copy, 0), self));
    EXPECT(object_is(list_get(copy, 0), list_get(copy, 1)));
}

// Whether what show_object writes of `self` has `part` in it.
static bool draws(Object *self, const char *part)
{
    char *text = NULL;
    size_t nbytes;
    FILE *out = open_memstream(&text, &nbytes);
    show_object(out, self);
    fclose(out);
    bool found = strstr(text, part) != NULL;
    free(text);
    return found;
}

TEST(an_attribute_is_drawn_by_its_name)
{
    begin();
    Object *self = hold(instance_new(&plain));
    did(instance_set(self, "spam", none()));

    EXPECT(draws(self, " -> \"NoneType None\" [slot=\"spam\"];"));
    EXPECT(!draws(self, "type=str"));
}

TEST(a_class_may_have_a_word_of_DOT_for_its_name)
{
    plain = class_new("Node", NULL);

    EXPECT(draws(hold(instance_new(&plain)), " [type=\"Node\", "));
}

TEST(a_derived_instance_is_drawn_with_its_keys_and_its_attributes)
{
    begin();
    Object *self = hold(instance_new(&derived));
    did(instance_set(self, "spam", none()));
    did(dict_set(self, hold(str_new("spam")), hold(int_new(1))));

    EXPECT(draws(self, " -> \"NoneType None\" [slot=\"spam\"];"));
    EXPECT(draws(self, " -> \"int 1\" [slot=\"'spam'\"];"));
}
