// mem_test.c: what chapter 1 claims of the one door to memory.
//
// Here it is the tests that say when memory fails, so each of them ends
// by letting all requests succeed again.
#include "check.h"
#include "memory/mem.h"

TEST(memory_comes_zeroed)
{
    unsigned char *block = mem_alloc(100);
    did(block != NULL);
    int sum = 0;
    for (int i = 0; i < 100; i++)
        sum += block[i];
    EXPECT_EQ(sum, 0);
    mem_free(block);
}

TEST(live_bytes_are_those_that_callers_asked_for)
{
    size_t before = mem_live_bytes();
    void *block = mem_alloc(24);
    did(block != NULL);
    EXPECT_EQ(mem_live_bytes(), before + 24);

    mem_free(block);
    EXPECT_EQ(mem_live_bytes(), before);
}

TEST(a_block_that_is_resized_keeps_its_bytes_and_its_birth)
{
    mem_fail_after(SIZE_MAX);
    size_t before = mem_live_bytes();
    char *block = mem_alloc(1);
    block[0] = 'x';
    size_t birth = mem_birth(block);

    block = mem_resize(block, 100000);

    EXPECT(block[0] == 'x' && mem_birth(block) == birth);
    EXPECT_EQ(mem_live_bytes(), before + 100000);
    mem_free(block);
}

TEST(births_count_up)
{
    mem_fail_after(SIZE_MAX);
    void *a = mem_alloc(1), *b = mem_resize(NULL, 1);

    EXPECT_EQ(mem_birth(b), mem_birth(a) + 1);

    mem_free(a);
    mem_free(b);
}

TEST(so_many_requests_succeed_and_no_others)
{
    mem_fail_after(2);
    void *a = mem_alloc(1), *b = mem_alloc(1);
    EXPECT(a != NULL && b != NULL && !mem_has_failed());

    EXPECT(mem_alloc(1) == NULL && mem_has_failed());
    EXPECT(mem_alloc(1) == NULL);

    mem_fail_after(SIZE_MAX);
    mem_free(a);
    mem_free(b);
}

TEST(a_resize_that_is_refused_leaves_the_block_alone)
{
    mem_fail_after(1);
    char *block = mem_alloc(1);
    block[0] = 'x';
    size_t live = mem_live_bytes();

    EXPECT(mem_resize(block, 100) == NULL);
    EXPECT(block[0] == 'x' && mem_live_bytes() == live);

    mem_fail_after(SIZE_MAX);
    mem_free(block);
}

TEST(giving_back_nothing_is_no_mistake)
{
    size_t live = mem_live_bytes();

    mem_free(NULL);

    EXPECT_EQ(mem_live_bytes(), live);
}

TEST(more_than_there_can_be_is_refused)
{
    mem_fail_after(SIZE_MAX);
    size_t live = mem_live_bytes();
    void *block = mem_alloc(1);

    EXPECT(mem_alloc(SIZE_MAX) == NULL);
    EXPECT(mem_alloc(SIZE_MAX - 15) == NULL);
    EXPECT(mem_resize(block, SIZE_MAX) == NULL);
    EXPECT_EQ(mem_live_bytes(), live + 1);

    mem_free(block);
}

TEST(no_product_of_sizes_wraps_around)
{
    EXPECT_EQ(mem_array(3, 8), 24);
    EXPECT_EQ(mem_array(0, 8), 0);
    EXPECT(mem_alloc(mem_array(SIZE_MAX / 8 + 2, 8)) == NULL);
    EXPECT(mem_alloc(mem_array(SIZE_MAX, SIZE_MAX)) == NULL);
    EXPECT_EQ(mem_array(1, PTRDIFF_MAX / 2), PTRDIFF_MAX / 2);
}

TEST(nothing_has_failed_before_it_is_asked_for)
{
    mem_fail_after(0);
    EXPECT(!mem_has_failed());
    mem_fail_after(SIZE_MAX);
}

TEST(a_block_may_be_empty)
{
    void *block = mem_alloc(0);
    did(block != NULL);
    EXPECT(mem_birth(block) > 0);
    mem_free(block);
}

TEST(what_the_library_has_not_got_is_refused)
{
    char *block = mem_alloc(1);
    did(block != NULL);
    size_t live = mem_live_bytes();

    EXPECT(mem_alloc(PTRDIFF_MAX - 64) == NULL);
    EXPECT(mem_resize(block, PTRDIFF_MAX - 64) == NULL);
    EXPECT_EQ(mem_live_bytes(), live);

    mem_free(block);
}
