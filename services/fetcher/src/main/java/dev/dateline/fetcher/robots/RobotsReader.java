package dev.dateline.fetcher.robots;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rules of what a site answered when it was asked for its robots.txt (RFC 9309, 2.3.1). */
final class RobotsReader {
    private static final Duration FRESH = Duration.ofHours(24);
    /** Rules that could not be had are asked for again this soon, or when the server says. */
    private static final Duration RETRY = Duration.ofMinutes(10);
    /** A site that asks for longer pauses than this would never be read. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);
    /** A redirect that cannot be followed means that there are no rules (RFC 9309, 2.3.1.2). */
    private static final Set<FetchFailure> NO_RULES = Set.of(
            FetchFailure.CLIENT_ERROR,
            FetchFailure.BAD_REDIRECT,
            FetchFailure.REDIRECT_LOOP,
            FetchFailure.TOO_MANY_REDIRECTS);

    private final String product;

    RobotsReader(String product) {
        this.product = product.toLowerCase(Locale.ROOT);
    }

    SiteRules rules(Answer answer, String origin, Instant now) {
        if (answer instanceof Answer.Content content) {
            return parse(content, origin, now);
        }
        if (answer instanceof Answer.Refused refused && !NO_RULES.contains(refused.reason())) {
            var wait = refused.retryAfter() == null ? RETRY : refused.retryAfter();
            var nothing = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
            var why = "robots.txt of " + origin + " cannot be had: "
                    + refused.reason().label() + ", " + refused.detail();
            return new SiteRules(nothing, why, true, null, now.plus(wait));
        }
        var everything = new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
        return new SiteRules(everything, "no robots.txt at " + origin, false, null, now.plus(FRESH));
    }

    private SiteRules parse(Answer.Content content, String origin, Instant now) {
        var type = content.headers().contentType() == null
                ? "text/plain"
                : content.headers().contentType();
        // The parser gives up on delays above its own limit and then forbids all; ours is applied below instead.
        var rules = new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
                .parseContent(origin + "/robots.txt", content.body(), type, List.of(product));
        return new SiteRules(
                rules, "robots.txt of " + origin + " forbids it", false, delay(rules.getCrawlDelay()), now.plus(FRESH));
    }

    private static @Nullable Duration delay(long millis) {
        if (millis <= 0) {
            return null;
        }
        return millis > LONGEST_DELAY.toMillis() ? LONGEST_DELAY : Duration.ofMillis(millis);
    }
}
