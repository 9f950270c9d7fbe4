package dev.dateline.fetcher.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the web said to a {@link Request}. Everything that is to be expected of the web is a value; nothing throws. */
public sealed interface Answer {

    /** The way that led to this answer. */
    Trip trip();

    /** HTTP status of the last answer; null when there was none. */
    @Nullable
    Integer status();

    /**
     * A page, whole, decoded from its transfer and content encodings.
     *
     * @param body owned by the receiver
     */
    record Content(Integer status, Trip trip, AnswerHeaders headers, byte[] body) implements Answer {}

    /** The copy that is known is still good (304). */
    record NotModified(Integer status, Trip trip, AnswerHeaders headers) implements Answer {}

    /** The page was there and will not come back (410). */
    record Gone(Integer status, Trip trip) implements Answer {}

    /** There is no such page now (404). */
    record Missing(Integer status, Trip trip) implements Answer {}

    /**
     * A redirect to another site, which was not asked.
     *
     * @param target address on that site
     * @param permanent true when every redirect on the way was a permanent one
     */
    record Elsewhere(Integer status, Trip trip, String target, boolean permanent) implements Answer {}

    /**
     * No content, for a reason from a closed list.
     *
     * @param detail the figures behind the reason, for people
     * @param retryAfter how long the server asked us to stay away; null when it did not say
     */
    record Refused(
            @Nullable Integer status,
            Trip trip,
            FetchFailure reason,
            String detail,
            @Nullable Duration retryAfter) implements Answer {}
}
