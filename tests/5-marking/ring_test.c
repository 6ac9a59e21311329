// ring_test.c: what chapter 5 claims of rings.
#include "check.h"

#include "base/ring.h"

typedef struct Letter {
    Ring ring; // first, so that a node is a letter
    char letter;
} Letter;

static Letter a, b, c, d;
static Ring ring, other;

static void begin(void)
{
    a = (Letter){ .letter = 'a' };
    b = (Letter){ .letter = 'b' };
    c = (Letter){ .letter = 'c' };
    d = (Letter){ .letter = 'd' };
    ring_init(&ring);
    ring_init(&other);
}

static void fill(void)
{
    begin();
    ring_add(&ring, &a.ring);
    ring_add(&ring, &b.ring);
    ring_add(&ring, &c.ring);
}

// Whether `self` reads like that forwards, and the same backwards.
static bool reads(Ring *self, const char *letters)
{
    const Ring *at = self;
    for (const char *letter = letters; *letter != '\0'; letter++) {
        if (at->next->prev != at)
            return false;
        at = at->next;
        if (at == self || ((const Letter *)at)->letter != *letter)
            return false;
    }
    return at->next == self && self->prev == at;
}

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
