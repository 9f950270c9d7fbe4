package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandIndexTest {
    private record Entry(IndexedArticle article, Signature signature) {}

    /** About what half of the articles have in common. */
    private static final double LEAST = 0.033;

    private final BandIndex index = new BandIndex();

    /** Articles come, change and go in random order, through several resizings; an index that was filled at once and plain comparing are the oracles. */
    @Test
    void shouldFindTheSameAsAFreshIndexAfterRandomChanges() {
        var random = new Random(7);
        var there = new TreeMap<String, Entry>();
        for (int i = 0; i < 3_000; i++) {
            var id = "a" + random.nextInt(900);
            if (random.nextInt(3) == 0) {
                index.remove(id);
                there.remove(id);
            } else {
                var article = article(id, random);
                index.put(article.article(), article.signature());
                there.put(id, article);
            }
        }
        var fresh = new BandIndex();
        there.values().forEach(article -> fresh.put(article.article(), article.signature()));

        assertThat(index.size()).isEqualTo(there.size());
        there.values()
                .forEach(article -> assertThat(candidates(index, article))
                        .contains(article.article().articleId())
                        .isEqualTo(candidates(fresh, article))
                        .isEqualTo(compared(there, article)));
    }

    @Test
    void shouldTellAnEntryFromALaterOneOfTheSameArticle() {
        var random = new Random(1);
        var old = article("a", random);
        var later = article("a", random);
        index.put(old.article(), old.signature());
        index.put(later.article(), later.signature());
        assertThat(index.holds(old.article())).isFalse();
        assertThat(index.holds(later.article())).isTrue();
        assertThat(index.size()).isEqualTo(1);
    }

    private static TreeSet<String> candidates(BandIndex index, Entry article) {
        var found = new TreeSet<String>();
        index.forEachCandidate(
                article.signature(),
                LEAST,
                candidate -> assertThat(found.add(candidate.articleId())).isTrue());
        return found;
    }

    /** What comparing with each of them finds. */
    private static TreeSet<String> compared(TreeMap<String, Entry> there, Entry article) {
        var signature = article.signature();
        return there.values().stream()
                .filter(other -> signature.containment(other.signature()) >= LEAST)
                .filter(other -> shareBand(signature, other.signature()))
                .map(other -> other.article().articleId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean shareBand(Signature one, Signature other) {
        return IntStream.range(0, BandIndex.BANDS)
                .anyMatch(band -> Signature.band(band, one.planes(), 0) == Signature.band(band, other.planes(), 0));
    }

    /** Few values, so that bands collide often. */
    private static Entry article(String id, Random random) {
        var components = ByteBuffer.allocate(Sketcher.COMPONENTS * Short.BYTES);
        while (components.hasRemaining()) {
            components.putShort((short) random.nextInt(60));
        }
        return new Entry(new IndexedArticle(id, "example", 0, 0, 0), Signature.unpack(100, components.flip()));
    }
}
