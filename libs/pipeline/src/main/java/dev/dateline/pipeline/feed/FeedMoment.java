package dev.dateline.pipeline.feed;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as a feed writes it, and the moment that it means.
 *
 * @param instant null when the text is no date that is understood: none is invented
 * @param doubt why the moment is not what is written; null when it is
 */
public record FeedMoment(
        String written, @Nullable Instant instant, @Nullable Doubt doubt) {

    /** What can be wrong with a date that is there. */
    public enum Doubt {
        /** It is no date that is understood. */
        UNREADABLE,
        /** It lay ahead, and was set back to what a clock that runs ahead may show. */
        FUTURE;

        /** The name as it is printed: {@code future}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FeedMoment of(String written) {
        return FeedDate.parse(written)
                .map(instant -> new FeedMoment(written, instant, null))
                .orElseGet(() -> new FeedMoment(written, null, Doubt.UNREADABLE));
    }

    /** Gives the first date that is understood, else the first that is written at all. */
    static Optional<FeedMoment> best(Iterable<String> written) {
        FeedMoment first = null;
        for (var text : written) {
            var moment = of(text);
            if (moment.instant() != null) {
                return Optional.of(moment);
            }
            first = first == null ? moment : first;
        }
        return Optional.ofNullable(first);
    }

    /** Gives the date as it can be believed of a feed that knows nothing after a moment. */
    FeedMoment notAfter(Instant latest) {
        return instant == null || !instant.isAfter(latest) ? this : new FeedMoment(written, latest, Doubt.FUTURE);
    }
}
