package dev.dateline.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.SampleNews;
import dev.dateline.schema.DispositionOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RingsTest {
    private static Entry entry(String id, int second) {
        return Entries.of(
                SampleNews.article(id, id).build(), Instant.ofEpochSecond(second), new Entry.Place("topic", 0, second));
    }

    @Test
    void shouldLetTheOldestArticleGo() {
        var ring = new ArticleRing(2);
        ring.put(entry("newest", 3));
        ring.put(entry("oldest", 1));
        ring.put(entry("middle", 2));

        assertThat(ring.size()).isEqualTo(2);
        assertThat(ring.find("oldest")).isEmpty();
        assertThat(ring.find("newest")).isPresent();
    }

    @Test
    void shouldLetTheOldestCopyGoFromItsStoryToo() {
        var ring = new CopyRing(2);
        for (var id : new String[] {"first", "second", "third"}) {
            ring.put(Entries.of(SampleNews.copy(id, "story"), Instant.EPOCH, new Entry.Place("topic", 0, 0))
                    .summary());
        }

        assertThat(ring.ofStory("story")).extracting(Summary::id).containsExactly("second", "third");
        assertThat(ring.countOf("another")).isZero();
    }

    @Test
    void shouldBoundTheTracesOfAnArticleAndOfAll() {
        var ring = new TraceRing(1);
        var trace = Trace.of(SampleNews.disposition("a", "clean", DispositionOutcome.KEPT, null));
        for (var count = 0; count < 50; count++) {
            ring.put("a", trace);
        }
        assertThat(ring.of("a")).hasSize(TraceRing.TRACES_PER_ARTICLE);

        ring.put("b", trace);
        assertThat(ring.of("a")).isEmpty();
    }
}
