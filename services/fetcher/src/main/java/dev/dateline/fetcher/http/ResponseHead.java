package dev.dateline.fetcher.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** What the header fields of a response say to a fetcher. */
record ResponseHead(
        AnswerHeaders headers,
        @Nullable String redirect,
        @Nullable Duration retryAfter) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    static ResponseHead of(ClassicHttpResponse answer, int mostBytes, Instant now) throws RefusedException {
        int bytes = 0;
        for (var header : answer.getHeaders()) {
            bytes += header.getName().length()
                    + (header.getValue() == null ? 0 : header.getValue().length())
                    + 4;
        }
        if (bytes > mostBytes) {
            throw new RefusedException(FetchFailure.HEADERS_TOO_LARGE, bytes + " bytes");
        }
        return new ResponseHead(
                headers(answer), redirect(answer), RetryAfter.parse(value(answer, HttpHeaders.RETRY_AFTER), now));
    }

    static @Nullable String value(ClassicHttpResponse answer, String name) {
        var header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static AnswerHeaders headers(ClassicHttpResponse answer) {
        return new AnswerHeaders(
                value(answer, HttpHeaders.CONTENT_TYPE),
                value(answer, HttpHeaders.ETAG),
                value(answer, HttpHeaders.LAST_MODIFIED),
                value(answer, HttpHeaders.CACHE_CONTROL),
                freshFor(answer),
                AnswerHeaders.POLICIES.stream()
                        .flatMap(name -> Stream.of(answer.getHeaders(name)))
                        .map(header -> header.getName() + ": " + header.getValue())
                        .toList());
    }

    private static @Nullable Duration freshFor(ClassicHttpResponse answer) {
        return Freshness.of(
                Stream.of(answer.getHeaders(HttpHeaders.CACHE_CONTROL))
                        .map(Header::getValue)
                        .collect(Collectors.joining(", ")),
                value(answer, HttpHeaders.EXPIRES),
                value(answer, HttpHeaders.DATE),
                value(answer, HttpHeaders.AGE));
    }

    private static @Nullable String redirect(ClassicHttpResponse answer) throws RefusedException {
        if (!REDIRECTS.contains(answer.getCode())) {
            return null;
        }
        var location = value(answer, HttpHeaders.LOCATION);
        if (location == null || location.isBlank()) {
            throw new RefusedException(FetchFailure.BAD_REDIRECT, "status " + answer.getCode() + " without a target");
        }
        return location;
    }
}
