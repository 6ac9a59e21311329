// join_test.c: what chapter 5 claims of two rings.
#include "check.h"
#include "letters.h"

TEST(a_node_moves_to_the_end_of_another_ring)
{
    fill();
    ring_add(&other, &d.ring);

    ring_move(&other, &b.ring);

    EXPECT(reads(&ring, "ac") && reads(&other, "db"));
}

TEST(a_node_moves_to_the_end_of_its_own_ring)
{
    fill();

    ring_move(&ring, &a.ring);
    EXPECT(reads(&ring, "bca"));
    ring_move(&ring, &a.ring);
    EXPECT(reads(&ring, "bca"));
}

TEST(a_ring_that_is_joined_comes_behind_in_its_order)
{
    fill();
    ring_move(&other, &c.ring);
    ring_add(&other, &d.ring);

    ring_join(&ring, &other);

    EXPECT(reads(&ring, "abcd"));
    EXPECT(reads(&other, ""));
}

TEST(a_ring_that_was_joined_can_be_filled_again)
{
    fill();
    ring_join(&other, &ring);

    ring_add(&ring, &d.ring);

    EXPECT(reads(&ring, "d") && reads(&other, "abc"));
}

TEST(to_join_a_ring_with_nothing_in_it_changes_nothing)
{
    fill();

    ring_join(&ring, &other);

    EXPECT(reads(&ring, "abc") && reads(&other, ""));
}

TEST(two_rings_with_nothing_in_them_join_to_one)
{
    begin();

    ring_join(&ring, &other);

    EXPECT(reads(&ring, "") && reads(&other, ""));
}
