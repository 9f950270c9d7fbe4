package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.http.FetchLimits;
import dev.dateline.schema.FetchVisit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Redirects from site to site. Each is a request of its own, with a turn at its own site, so none is asked out of turn; the way is
 * remembered with the visit. Pure.
 */
final class Hops {
    private Hops() {}

    /**
     * Says why a redirect is not followed; null when it is.
     *
     * @param asked address that redirected
     */
    static @Nullable FetchFailure refusal(FetchVisit visit, String asked, String target) {
        if (asked.equals(target) || visit.getVia().contains(target)) {
            return FetchFailure.REDIRECT_LOOP;
        }
        if (Wall.stands(asked, target)) {
            return FetchFailure.WALL;
        }
        return visit.getVia().size() >= FetchLimits.DEFAULT.redirects() ? FetchFailure.TOO_MANY_REDIRECTS : null;
    }

    /** Gives the way so far, with the address that redirected. */
    static List<String> via(FetchVisit visit, String asked) {
        var way = new ArrayList<>(visit.getVia());
        way.add(asked);
        return way;
    }
}
