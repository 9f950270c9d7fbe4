package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private static final int CAPACITY = 64;
    private static final int VALUES = 10_000;
    private static final int CHANGES = 100_000;

    private final Blocks blocks = new Blocks();
    private final Random random = new Random(3);
    private final Map<Integer, Set<Integer>> expected = new HashMap<>();

    /** Values of all degrees of commonness come and go in two tables that share their blocks; sets are the oracle. */
    @Test
    void shouldHoldEachSlotOfAValueOnceThroughRandomChanges() {
        var one = new Postings(blocks, CAPACITY);
        var other = new Postings(blocks, CAPACITY);
        for (int i = 0; i < CHANGES; i++) {
            int value = (int) Math.pow(random.nextInt(20), 3);
            int slot = value + VALUES * random.nextInt(1 + value / 4);
            if (random.nextInt(CHANGES) > i && slots(value).add(slot)) {
                one.add(value, slot);
                other.add(value, slot);
            } else if (slots(value).remove(slot)) {
                one.remove(value, slot);
                other.remove(value, slot);
            }
            if (i % (CHANGES / 10) == 0) {
                check(one);
                check(other);
            }
        }
    }

    @Test
    void shouldHoldMoreSlotsOfOneValueThanAreKeptInOnePiece() {
        int many = 70_000;
        var postings = new Postings(blocks, CAPACITY);
        IntStream.range(0, many).forEach(slot -> postings.add(7, slot));
        assertThat(copied(postings, 7)).hasSize(many);
        IntStream.range(0, 1_000).forEach(slot -> postings.remove(7, slot));
        assertThat(copied(postings, 7))
                .hasSize(many - 1_000)
                .doesNotContain(999)
                .contains(1_000);
    }

    @Test
    void shouldForgetEverythingWhenItGetsMoreRoom() {
        var postings = new Postings(blocks, CAPACITY);
        for (int round = 1; round < 5; round++) {
            IntStream.range(0, 1_000).forEach(slot -> postings.add(7, slot));
            assertThat(copied(postings, 7)).hasSize(1_000);
            postings.reset(CAPACITY << round);
            assertThat(copied(postings, 7)).isEmpty();
            assertThat(postings.capacity()).isEqualTo(CAPACITY << round);
        }
    }

    private void check(Postings postings) {
        expected.forEach((value, slots) ->
                assertThat(ofValue(copied(postings, value), value)).isEqualTo(slots));
    }

    private Set<Integer> slots(int value) {
        return expected.computeIfAbsent(value, v -> new TreeSet<>());
    }

    private static Set<Integer> ofValue(Set<Integer> slots, int value) {
        return slots.stream().filter(slot -> slot % VALUES == value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> copied(Postings postings, int value) {
        var copied = new Slots();
        postings.copy(value, copied);
        var slots = IntStream.range(0, copied.size()).map(copied::get).boxed().toList();
        assertThat(slots).doesNotHaveDuplicates();
        return new TreeSet<>(slots);
    }
}
