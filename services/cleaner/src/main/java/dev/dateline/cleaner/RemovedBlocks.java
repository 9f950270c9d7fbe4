package dev.dateline.cleaner;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.RemovedBlock;
import dev.dateline.schema.TextEdge;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Cleans, and counts what was taken off the articles that are kept. Changes no outcome. */
final class RemovedBlocks implements Stage<RawArticle, CleanArticle> {
    private final Stage<RawArticle, CleanArticle> cleaner;
    private final Map<TextEdge, Counter> removed = new EnumMap<>(TextEdge.class);

    RemovedBlocks(Stage<RawArticle, CleanArticle> cleaner, MeterRegistry meters) {
        this.cleaner = cleaner;
        for (var edge : TextEdge.values()) {
            removed.put(
                    edge,
                    CleanerMetrics.BOILERPLATE_REMOVED.counter(
                            meters, edge.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Override
    public Outcome<CleanArticle> apply(RawArticle page) {
        var outcome = cleaner.apply(page);
        outcome.fold(CleanArticle::getRemoved, (reason, detail) -> List.<RemovedBlock>of())
                .forEach(block ->
                        Objects.requireNonNull(removed.get(block.getEdge())).increment());
        return outcome;
    }
}
