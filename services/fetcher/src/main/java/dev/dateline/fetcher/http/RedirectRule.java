package dev.dateline.fetcher.http;

import dev.dateline.pipeline.WebUrl;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether a redirect's target may be asked, by robots.txt for example. */
@FunctionalInterface
public interface RedirectRule {
    /** Follows wherever the client's own limits allow. */
    RedirectRule ANYWHERE = target -> Optional.empty();

    /** Gives why a target is not to be asked; empty when it is. May block for a fetch of its own. */
    Optional<Objection> objectionTo(WebUrl target);

    /**
     * Why a target is not asked.
     *
     * @param reason that the fetch ends with
     * @param detail for people
     * @param lasts how long this holds at least; null when no time is known
     */
    record Objection(
            FetchFailure reason, String detail, @Nullable Duration lasts) {}
}
