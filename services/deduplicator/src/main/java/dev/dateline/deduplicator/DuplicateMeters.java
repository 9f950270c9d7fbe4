package dev.dateline.deduplicator;

import dev.dateline.schema.DuplicateKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts copies by what they are. */
record DuplicateMeters(Map<DuplicateKind, Counter> byKind) {
    static DuplicateMeters of(MeterRegistry meters) {
        var byKind = new EnumMap<DuplicateKind, Counter>(DuplicateKind.class);
        for (var kind : DuplicateKind.values()) {
            byKind.put(
                    kind,
                    DeduplicatorMetrics.DUPLICATES.counter(meters, kind.name().toLowerCase(Locale.ROOT)));
        }
        return new DuplicateMeters(byKind);
    }

    void count(DuplicateKind kind) {
        Objects.requireNonNull(byKind.get(kind)).increment();
    }
}
