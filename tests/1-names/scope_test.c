// scope_test.c: what chapter 1 claims of names.
#include "check.h"
#include "memory/mem.h"
#include "types/int.h"

TEST(a_name_means_the_object_itself)
{
    Object *value = hold(int_new(1000));

    did(scope_bind(names, "a", value));

    EXPECT_EQ(scope_lookup(names, "a"), value);
}

TEST(a_name_that_was_never_bound_means_nothing)
{
    did(scope_bind(names, "a", hold(int_new(1000))));

    EXPECT(scope_lookup(names, "b") == NULL);
}

TEST(binding_to_what_a_name_means_copies_nothing)
{
    did(scope_bind(names, "a", hold(int_new(1000))));

    did(scope_bind(names, "b", scope_lookup(names, "a")));

    Object *value = scope_lookup(names, "a");
    EXPECT_EQ(scope_lookup(names, "b"), value);
}

TEST(rebinding_a_name_leaves_the_other_names_alone)
{
    did(scope_bind(names, "a", hold(int_new(1000))));
    did(scope_bind(names, "b", scope_lookup(names, "a")));

    did(scope_bind(names, "a", hold(int_new(2000))));

    EXPECT_EQ(int_value(scope_lookup(names, "a")), 2000);
    EXPECT_EQ(int_value(scope_lookup(names, "b")), 1000);
}

TEST(binding_a_name_to_its_own_object_changes_nothing)
{
    Object *value = hold(int_new(1000));
    did(scope_bind(names, "a", value));

    did(scope_bind(names, "a", scope_lookup(names, "a")));

    EXPECT_EQ(scope_lookup(names, "a"), value);
}

TEST(a_scope_does_not_see_the_names_of_another)
{
    did(scope_bind(names, "a", hold(int_new(1000))));
    Scope *other = scope_new("other");
    did(other != NULL);

    EXPECT(scope_lookup(other, "a") == NULL);

    scope_free(other);
}

TEST(a_name_is_its_letters_wherever_they_stand)
{
    char written[] = "spam", read[] = "spam";
    did(scope_bind(names, written, hold(int_new(1000))));

    EXPECT(scope_lookup(names, read) != NULL);
}

TEST(many_names_keep_their_objects)
{
    static char letters[26][2];
    for (int i = 0; i < 26; i++) {
        letters[i][0] = (char)('a' + i);
        did(scope_bind(names, letters[i], hold(int_new(i))));
    }

    for (int i = 0; i < 26; i++)
        EXPECT_EQ(int_value(scope_lookup(names, letters[i])), i);
}

TEST(a_scope_that_ends_gives_its_memory_back)
{
    size_t live = mem_live_bytes();
    Scope *scope = scope_new("scope");
    did(scope != NULL);
    bool done = scope_bind(scope, "a", hold(int_new(1)));

    scope_free(scope);

    EXPECT_EQ(mem_live_bytes(), live);
    did(done);
}

TEST(ending_no_scope_changes_nothing)
{
    size_t live = mem_live_bytes();

    scope_free(NULL);

    EXPECT_EQ(mem_live_bytes(), live);
}

TEST(a_name_is_not_bound_to_what_was_never_made)
{
    Object *value = hold(int_new(1000));
    did(scope_bind(names, "a", value));

    EXPECT(!scope_bind(names, "a", NULL));
    EXPECT(!scope_bind(names, "b", NULL));

    EXPECT_EQ(scope_lookup(names, "a"), value);
    EXPECT(scope_lookup(names, "b") == NULL);
}

TEST(a_name_is_all_of_its_letters)
{
    did(scope_bind(names, "spam", hold(int_new(1000))));

    EXPECT(scope_lookup(names, "spa") == NULL);
    EXPECT(scope_lookup(names, "spammer") == NULL);
    EXPECT(scope_lookup(names, "eggs") == NULL);
    EXPECT(scope_lookup(names, "span") == NULL);
}
