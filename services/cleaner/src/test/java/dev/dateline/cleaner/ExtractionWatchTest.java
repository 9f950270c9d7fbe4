package dev.dateline.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.DropReason;
import dev.dateline.pipeline.Outcome;
import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class ExtractionWatchTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Outcome<CleanArticle> next = Outcome.dropped(DropReason.TOO_SHORT, "");
    private final ExtractionWatch watch = new ExtractionWatch(page -> next, meters);

    @Test
    void shouldNoticeWhenPagesStopGivingArticles() {
        pages(50, article(2_000, 0.9));
        assertThat(broken("example")).isFalse();

        pages(6, Outcome.dropped(DropReason.NOT_AN_ARTICLE, ""));
        assertThat(broken("example")).isTrue();

        pages(20, article(2_000, 0.9));
        assertThat(broken("example")).isFalse();
    }

    @Test
    void shouldNoticeWhenTextsShrinkOrGetDoubtful() {
        pages(50, article(3_000, 0.9));
        pages(20, article(400, 0.9));
        assertThat(broken("example")).isTrue();

        pages(400, article(400, 0.9));
        assertThat(broken("example")).as("a habit by now").isFalse();

        pages(20, article(400, 0.3));
        assertThat(broken("example")).isTrue();
    }

    @Test
    void shouldLeaveASourceAloneThatAlwaysGivesLittle() {
        for (int i = 0; i < 200; i++) {
            pages(1, article(300, 0.5));
            pages(1, Outcome.dropped(DropReason.TOO_SHORT, ""));
            assertThat(broken("example")).isFalse();
        }
    }

    private void pages(int count, Outcome<CleanArticle> outcome) {
        next = outcome;
        for (int i = 0; i < count; i++) {
            assertThat(watch.apply(Articles.raw("a", "").build())).isSameAs(outcome);
        }
    }

    private static Outcome<CleanArticle> article(int length, double confidence) {
        return Outcome.kept(Articles.clean("a", "Title", "x".repeat(length))
                .setConfidence(confidence)
                .build());
    }

    private boolean broken(String source) {
        return meters.find(CleanerMetrics.BROKEN.name()).tag("source", source).gauge() != null;
    }
}
