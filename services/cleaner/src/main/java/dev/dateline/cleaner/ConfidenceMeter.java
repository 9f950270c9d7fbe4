package dev.dateline.cleaner;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** Cleans, and notes how sure the extractor is of what is kept. Changes no outcome. */
final class ConfidenceMeter implements Stage<RawArticle, CleanArticle> {
    /** In percent, since Micrometer rounds what falls into a bucket up to a whole number. */
    private static final double HUNDRED = 100;

    private static final double[] OBJECTIVES = {10, 20, 30, 40, 50, 60, 70, 80, 90};

    private final Stage<RawArticle, CleanArticle> cleaner;
    private final DistributionSummary confidence;

    ConfidenceMeter(Stage<RawArticle, CleanArticle> cleaner, MeterRegistry meters) {
        this.cleaner = cleaner;
        this.confidence = CleanerMetrics.CONFIDENCE.summary(meters, OBJECTIVES);
    }

    @Override
    public Outcome<CleanArticle> apply(RawArticle page) {
        var outcome = cleaner.apply(page);
        outcome.fold(Optional::of, (reason, detail) -> Optional.<CleanArticle>empty())
                .filter(article -> article.getStatus() == ArticleStatus.LIVE)
                .ifPresent(article -> confidence.record(HUNDRED * article.getConfidence()));
        return outcome;
    }
}
