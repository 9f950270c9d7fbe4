package dev.dateline.kafka.operate;

import dev.dateline.kafka.streams.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the refill topic says beside its article.
 *
 * @param change for which change of the routes it is looked at again: offset on the topic of routes
 * @param ingestedAt Kafka time of the record that it is a copy of; its own is that of the copy, else retention would take it
 */
public record RouteRefill(long change, long ingestedAt) {
    private static final String CHANGE = "news-route-change";
    private static final String INGESTED_AT = "news-route-ingested-at";

    /** Writes it into the headers of the copy. */
    public void put(Headers headers) {
        EventHeaders.set(headers, CHANGE, String.valueOf(change));
        EventHeaders.set(headers, INGESTED_AT, String.valueOf(ingestedAt));
    }

    /** Takes it out of the headers, so that subscribers see nothing of it; null when it is not there. */
    public static @Nullable RouteRefill take(Headers headers) {
        var change = number(headers, CHANGE);
        var ingestedAt = number(headers, INGESTED_AT);
        headers.remove(CHANGE).remove(INGESTED_AT);
        return change == null || ingestedAt == null ? null : new RouteRefill(change, ingestedAt);
    }

    private static @Nullable Long number(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : Long.valueOf(new String(header.value(), StandardCharsets.UTF_8));
    }
}
