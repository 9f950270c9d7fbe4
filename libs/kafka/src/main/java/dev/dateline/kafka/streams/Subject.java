package dev.dateline.kafka.streams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a trace and a latency need to know of an article, whatever its record type.
 *
 * @param url canonical address
 * @param sourceId where it came from
 * @param fetchedAt when its bytes were had
 * @param published when it was published, if known
 */
public record Subject(
        String url,
        String sourceId,
        Instant fetchedAt,
        @Nullable Instant published) {}
