package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.schema.FetchVisit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feeds whose validators stay the same while new items come: these are asked without any from then on, or their news would come
 * with the {@link WholeLook} of each day alone. Not written down: after a restart that look finds them out again. Not
 * thread-safe.
 */
final class StuckValidators {
    private final Set<String> sources = new HashSet<>();

    /**
     * Gives what to remember of a poll, without validators where they are worth nothing.
     *
     * @param fresh how many items of the answer were not known
     */
    FetchVisit leftOut(Fetched.Polled polled, int fresh, FetchVisit visit) {
        var source = polled.task().source().getId();
        var before = polled.task().visit();
        if (fresh > 0 && before != null && isOther(before, visit) && isStuck(before, polled.answer())) {
            sources.add(source);
        }
        return sources.contains(source) ? Visits.withoutValidators(visit) : visit;
    }

    void forget(String sourceId) {
        sources.remove(sourceId);
    }

    private static boolean isOther(FetchVisit before, FetchVisit visit) {
        return !Objects.equals(before.getBodyHash(), visit.getBodyHash());
    }

    /** A server that has an ETag to compare looks at no date (RFC 9110, 13.2.2). */
    private static boolean isStuck(FetchVisit before, Answer answer) {
        if (!(answer instanceof Answer.Content content)) {
            return false;
        }
        var now = content.headers();
        return before.getEtag() == null && now.etag() == null
                ? isSame(before.getLastModified(), now.lastModified())
                : isSame(before.getEtag(), now.etag());
    }

    private static boolean isSame(@Nullable String before, @Nullable String now) {
        return before != null && Objects.equals(before, now);
    }
}
