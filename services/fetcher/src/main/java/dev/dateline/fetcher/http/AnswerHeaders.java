package dev.dateline.fetcher.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of an answer that matter to a fetcher; the texts as sent.
 *
 * @param freshFor how long a copy of the answer is as good as the next one (RFC 9111); null when that was not said
 * @param policies opt-outs from indexing and text mining, as {@code Name: value}
 */
public record AnswerHeaders(
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String cacheControl,
        @Nullable Duration freshFor,
        List<String> policies) {
    /** Names of the fields that hold opt-outs: from indexing, and from text and data mining (W3C TDM Reservation Protocol). */
    public static final List<String> POLICIES = List.of("X-Robots-Tag", "TDM-Reservation", "TDM-Policy");

    public AnswerHeaders {
        policies = List.copyOf(policies);
    }

    /** The fields of an answer that says nothing of how long it stays fresh. */
    public AnswerHeaders(
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String cacheControl,
            List<String> policies) {
        this(contentType, etag, lastModified, cacheControl, null, policies);
    }
}
