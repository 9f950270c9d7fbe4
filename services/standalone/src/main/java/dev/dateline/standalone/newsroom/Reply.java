package dev.dateline.standalone.newsroom;

import dev.dateline.pipeline.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a site answers, before anyone has looked at the conditions of the request. */
record Reply(
        int status,
        String contentType,
        byte[] body,
        @Nullable Instant lastModified) {
    private static final int ETAG_CHARACTERS = 16;

    static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8), null);
    }

    /** Gives a strong validator (RFC 9110, 8.8.3): equal exactly when the bodies are. */
    String etag() {
        return '"' + Sha256.hex(body).substring(0, ETAG_CHARACTERS) + '"';
    }

    /** Gives the date of the last change as HTTP writes it. */
    @Nullable
    String lastModifiedText() {
        return lastModified == null
                ? null
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        lastModified.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** Says whether a client that sends these conditions has it already; If-None-Match counts first (RFC 9110, 13.2.2). */
    boolean knownTo(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (status != 200) {
            return false;
        }
        return ifNoneMatch != null
                ? ifNoneMatch.contains(etag())
                : ifModifiedSince != null && ifModifiedSince.equals(lastModifiedText());
    }
}
