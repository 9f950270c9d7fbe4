package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.pipeline.feed.FeedPace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What feeds said last of how often they want to be asked, since an answer of "not modified" has no feed to say it. Not written
 * down: after a restart the interval that was chosen carries it, which grows until there is something new, and then the feed
 * says it again. Not thread-safe.
 */
final class FeedHints {
    private final Map<String, FeedPace> paces = new HashMap<>();

    /**
     * How often a feed wants to be asked.
     *
     * @param interval shortest time between two polls, by the feed or by HTTP; null when neither says
     * @param pace when it is not to be asked
     */
    record Hint(@Nullable Duration interval, FeedPace pace) {
        static final Hint NONE = new Hint(null, FeedPace.UNSAID);
    }

    /** Takes in what an answer says, and gives that with what is known from before. */
    Hint after(Fetched.Polled polled) {
        var source = polled.task().source().getId();
        var listing = polled.listing();
        if (listing != null && listing.problem() == null) {
            note(source, listing.pace());
        }
        var pace = paces.getOrDefault(source, FeedPace.UNSAID);
        return new Hint(longer(pace.interval(), freshFor(polled.answer())), pace);
    }

    void forget(String sourceId) {
        paces.remove(sourceId);
    }

    private void note(String source, FeedPace pace) {
        if (pace.equals(FeedPace.UNSAID)) {
            paces.remove(source);
        } else {
            paces.put(source, pace);
        }
    }

    private static @Nullable Duration freshFor(Answer answer) {
        if (answer instanceof Answer.NotModified same) {
            return same.headers().freshFor();
        }
        return answer instanceof Answer.Content content ? content.headers().freshFor() : null;
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) > 0 ? one : other;
    }
}
