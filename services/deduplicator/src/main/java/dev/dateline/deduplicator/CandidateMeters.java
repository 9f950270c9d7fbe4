package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.SearchCost;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the earlier articles that are looked at for matches. */
record CandidateMeters(Counter found, Counter compared) {
    static CandidateMeters of(MeterRegistry meters) {
        return new CandidateMeters(
                DeduplicatorMetrics.CANDIDATES.counter(meters, DeduplicatorMetrics.FOUND),
                DeduplicatorMetrics.CANDIDATES.counter(meters, DeduplicatorMetrics.COMPARED));
    }

    void count(SearchCost before, SearchCost after) {
        found.increment(after.found() - before.found());
        compared.increment(after.compared() - before.compared());
    }
}
