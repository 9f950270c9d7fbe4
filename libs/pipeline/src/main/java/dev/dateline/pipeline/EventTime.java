package dev.dateline.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that news is from, as opposed to when it was fetched ({@code fetchedAt}) or when it entered Kafka (the
 * record's timestamp, always ingest time). See docs/rationale/0001-identity-versions-time.md.
 */
public final class EventTime {
    private EventTime() {}

    /** Gives {@code published} when it is known and not after {@code fetchedAt}, else {@code fetchedAt}. */
    public static Instant of(@Nullable Instant published, Instant fetchedAt) {
        return published != null && !published.isAfter(fetchedAt) ? published : fetchedAt;
    }
}
