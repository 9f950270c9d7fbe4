package dev.dateline.fetcher.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of an answer that matter to a fetcher, as sent.
 *
 * @param policies opt-outs from indexing and text mining, as {@code Name: value}
 */
public record AnswerHeaders(
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String cacheControl,
        List<String> policies) {
    /** Names of the fields that hold opt-outs: from indexing, and from text and data mining (W3C TDM Reservation Protocol). */
    public static final List<String> POLICIES = List.of("X-Robots-Tag", "TDM-Reservation", "TDM-Policy");

    public AnswerHeaders {
        policies = List.copyOf(policies);
    }
}
