package dev.dateline.fetcher.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one server said to one request.
 *
 * @param redirect where it sends us, as sent; null when it does not
 * @param retryAfter how long it asked us to stay away; null when it did not say
 * @param body empty unless the status is of the 200s
 */
record Reply(
        int status,
        AnswerHeaders headers,
        @Nullable String redirect,
        @Nullable Duration retryAfter,
        byte[] body) {}
