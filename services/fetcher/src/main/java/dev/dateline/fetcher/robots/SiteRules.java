package dev.dateline.fetcher.robots;

import crawlercommons.robots.SimpleRobotRules;
import dev.dateline.pipeline.WebUrl;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one site, and until when they hold.
 *
 * @param refusal what to tell people of an address that these rules forbid
 */
record SiteRules(
        SimpleRobotRules rules,
        String refusal,
        boolean unreachable,
        @Nullable Duration crawlDelay,
        Instant validUntil) {

    RobotsVerdict judge(WebUrl url) {
        // The file itself may always be asked for (RFC 9309, 2.2.2).
        var allowed = url.path().equals("/robots.txt")
                || rules.isAllowed(url.withoutFragment().toString());
        return new RobotsVerdict(allowed, allowed ? "allowed" : refusal, unreachable, crawlDelay, validUntil);
    }
}
