// ring_test.c: what chapter 5 claims of a ring.
#include "check.h"
#include "letters.h"

static bool is_free(const Letter *letter)
{
    return letter->ring.next == NULL && letter->ring.prev == NULL;
}

TEST(a_ring_begins_with_nothing_in_it)
{
    begin();

    EXPECT(ring_is_empty(&ring));
    EXPECT(reads(&ring, ""));
    EXPECT_EQ(ring_length(&ring), 0);
}

TEST(nodes_stand_in_the_order_in_which_they_came)
{
    fill();

    EXPECT(reads(&ring, "abc"));
    EXPECT(!ring_is_empty(&ring));
    EXPECT_EQ(ring_length(&ring), 3);
}

TEST(a_node_that_is_taken_out_is_in_no_ring)
{
    fill();

    ring_remove(&b.ring);

    EXPECT(is_free(&b) && reads(&ring, "ac"));
}

TEST(the_first_and_the_last_can_be_taken_out)
{
    fill();

    ring_remove(&a.ring);
    EXPECT(reads(&ring, "bc"));
    ring_remove(&c.ring);
    EXPECT(reads(&ring, "b"));
    ring_remove(&b.ring);
    EXPECT(ring_is_empty(&ring) && reads(&ring, ""));
}

TEST(what_was_taken_out_can_come_back_as_the_last)
{
    fill();

    ring_remove(&a.ring);
    ring_add(&ring, &a.ring);

    EXPECT(reads(&ring, "bca"));
}
