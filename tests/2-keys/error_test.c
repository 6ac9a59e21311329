// error_test.c: what chapter 2 claims of why a call failed.
#include "check.h"
#include "memory/mem.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"

TEST(no_error_is_set_until_a_call_fails)
{
    hold(int_new(1000));

    EXPECT(error_occurred() == NULL);
}

TEST(an_error_stays_until_it_is_cleared)
{
    error_set(&type_error, "no %d", 1);
    EXPECT(error_occurred() == &type_error);
    EXPECT(error_occurred() == &type_error);

    error_clear();
    EXPECT(error_occurred() == NULL);
}

TEST(the_last_error_is_the_one_that_is_set)
{
    error_set(&type_error, "one");
    error_set(&runtime_error, "two");

    EXPECT(error_occurred() == &runtime_error);
    error_clear();
}

TEST(refused_memory_is_a_memory_error_whoever_asked)
{
    Object *list = hold(list_new());
    mem_fail_after(0);

    EXPECT(mem_alloc(8) == NULL);
    EXPECT(error_occurred() == &memory_error);
    error_clear();
    EXPECT(!list_append(list, list));
    EXPECT(error_occurred() == &memory_error);
    error_clear();
    EXPECT(!scope_bind(names, "a", list));
    EXPECT(error_occurred() == &memory_error);
    mem_fail_after(SIZE_MAX);
}

TEST(more_than_there_can_be_is_a_memory_error)
{
    EXPECT(mem_alloc(SIZE_MAX) == NULL);
    EXPECT(error_occurred() == &memory_error);
    error_clear();
    Object *made = str_new_sized("", SIZE_MAX);
    EXPECT(made == NULL && error_occurred() == &memory_error);
    object_free(made);
}

TEST(a_long_message_is_cut_off)
{
    error_set(&type_error, "%500d", 1);

    EXPECT(error_occurred() == &type_error);
}

TEST(an_error_that_was_printed_is_no_longer_set)
{
    error_set(&type_error, "this line is to be printed");

    error_print();

    EXPECT(error_occurred() == NULL);
}
