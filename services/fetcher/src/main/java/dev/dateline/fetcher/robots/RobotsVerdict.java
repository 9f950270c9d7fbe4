package dev.dateline.fetcher.robots;

import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.http.RedirectRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an address may be asked for.
 *
 * @param reason for people: which rule, or why the rules are not known
 * @param unreachable true when the site's rules could not be had, so that nothing is allowed until they can
 * @param crawlDelay shortest time between two requests that the site asks for; null when it does not
 * @param validUntil when the site's rules are read again; nothing changes before
 */
public record RobotsVerdict(
        boolean allowed,
        String reason,
        boolean unreachable,
        @Nullable Duration crawlDelay,
        Instant validUntil) {

    /** Gives why the address is not to be asked for; empty when it may be. */
    public Optional<RedirectRule.Objection> objection(Instant now) {
        if (allowed) {
            return Optional.empty();
        }
        return Optional.of(
                unreachable
                        ? new RedirectRule.Objection(
                                FetchFailure.ROBOTS_UNREACHABLE, reason, Duration.between(now, validUntil))
                        : new RedirectRule.Objection(FetchFailure.ROBOTS_FORBIDDEN, reason, null));
    }
}
