package dev.dateline.cleaner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.DropReason;
import dev.dateline.pipeline.Outcome;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class ConfidenceMeterTest {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void shouldNoteTheConfidenceOfWhatIsKept() {
        clean(Outcome.kept(article().setConfidence(0.62).build()));
        clean(Outcome.kept(article().setConfidence(0.7).build()));
        clean(Outcome.kept(article().setStatus(ArticleStatus.WITHDRAWN).build()));
        clean(Outcome.dropped(DropReason.SUPERSEDED, ""));

        assertThat(meters.scrape())
                .contains("news_extraction_confidence_percent_count 2")
                .contains("news_extraction_confidence_percent_bucket{le=\"60.0\"} 0")
                .contains("news_extraction_confidence_percent_bucket{le=\"70.0\"} 2");
    }

    private void clean(Outcome<CleanArticle> outcome) {
        new ConfidenceMeter(page -> outcome, meters)
                .apply(Articles.raw("a", "<p>Text</p>").build());
    }

    private static CleanArticle.Builder article() {
        return Articles.clean("a", "Title", "Text");
    }
}
