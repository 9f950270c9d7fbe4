package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.Articles;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BandIndexTest {
    private final BandIndex index = new BandIndex();

    /** Articles come, change and go in random order, through several resizings; a fresh index is the oracle. */
    @Test
    void shouldFindTheSameAsAFreshIndexAfterRandomChanges() {
        var random = new Random(7);
        var there = new TreeMap<String, IndexedArticle>();
        for (int i = 0; i < 3_000; i++) {
            var id = "a" + random.nextInt(900);
            if (random.nextInt(3) == 0) {
                index.remove(id);
                there.remove(id);
            } else {
                var article = article(id, random);
                index.put(article);
                there.put(id, article);
            }
        }
        var fresh = new BandIndex();
        there.values().forEach(fresh::put);

        assertThat(index.size()).isEqualTo(there.size());
        there.values()
                .forEach(article -> assertThat(candidates(index, article))
                        .contains(article.articleId())
                        .isEqualTo(candidates(fresh, article)));
    }

    @Test
    void shouldTellAnEntryFromALaterOneOfTheSameArticle() {
        var random = new Random(1);
        var old = article("a", random);
        var later = article("a", random);
        index.put(old);
        index.put(later);
        assertThat(index.holds(old)).isFalse();
        assertThat(index.holds(later)).isTrue();
        assertThat(index.size()).isEqualTo(1);
    }

    private static TreeSet<String> candidates(BandIndex index, IndexedArticle article) {
        var found = new TreeSet<String>();
        index.forEachCandidate(
                article.signature().components(),
                candidate -> assertThat(found.add(candidate.articleId())).isTrue());
        return found;
    }

    /** Few values, so that bands collide often. */
    private static IndexedArticle article(String id, Random random) {
        var components = new short[Sketcher.COMPONENTS];
        for (int i = 0; i < components.length; i++) {
            components[i] = (short) random.nextInt(60);
        }
        return new IndexedArticle(id, "example", 0, Articles.FETCHED, Articles.FETCHED, new Signature(100, components));
    }
}
