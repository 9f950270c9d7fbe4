package dev.dateline.pipeline.feed;

import dev.dateline.schema.DateDoubt;
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
        FUTURE,
        /** Its time of day has no zone, or one whose name several zones have; the likeliest was taken. */
        ZONE;

        /** The name as it is printed: {@code future}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FeedMoment of(String written) {
        return FeedDate.read(written)
                .map(date -> new FeedMoment(written, date.instant(), date.hasSureZone() ? null : Doubt.ZONE))
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

    /** Gives the doubt as it travels with an article. */
    static DateDoubt doubtOf(@Nullable FeedMoment moment) {
        if (moment == null) {
            return DateDoubt.MISSING;
        }
        return moment.doubt() == null
                ? DateDoubt.NONE
                : DateDoubt.valueOf(moment.doubt().name());
    }

    /** Gives the date as it can be believed of a feed that knows nothing after a moment. */
    FeedMoment notAfter(Instant latest) {
        return instant == null || !instant.isAfter(latest) ? this : new FeedMoment(written, latest, Doubt.FUTURE);
    }
}
