package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a broken site from pages that were taken down: when more than a fifth of a host's revisits fail at once, nothing
 * that it says is believed to be gone. Few revisits prove nothing, so a host is believed until there were five. Only revisits
 * of the last hour count. Not thread-safe.
 */
final class HostOutages {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int LEAST_REVISITS = 5;
    private static final int FIFTH = 5;
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Host> hosts = new HashMap<>();

    private record Revisit(Instant at, boolean failed) {}

    /** Counts a revisit. */
    void count(String name, Fetched.Opened opened) {
        var at = opened.at();
        var answer = opened.answer();
        var failed = !(answer instanceof Answer.Content
                || answer instanceof Answer.NotModified
                || answer instanceof Answer.Elsewhere);
        hosts.values().removeIf(host -> host.isOver(at));
        hosts.computeIfAbsent(name, any -> new Host()).add(new Revisit(at, failed));
    }

    /** Says whether so much of a host fails that it must be broken. */
    boolean isBroken(String name) {
        var host = hosts.get(name);
        return host != null && host.revisits.size() >= LEAST_REVISITS && host.failed * FIFTH > host.revisits.size();
    }

    private static final class Host {
        private final Deque<Revisit> revisits = new ArrayDeque<>();
        private int failed;

        void add(Revisit revisit) {
            while (!revisits.isEmpty()
                    && (revisits.size() >= MOST_REMEMBERED || isOld(revisits.getFirst(), revisit.at))) {
                failed -= revisits.removeFirst().failed ? 1 : 0;
            }
            revisits.addLast(revisit);
            failed += revisit.failed ? 1 : 0;
        }

        boolean isOver(Instant now) {
            return isOld(revisits.getLast(), now);
        }

        private static boolean isOld(Revisit revisit, Instant now) {
            return revisit.at.plus(WINDOW).isBefore(now);
        }
    }
}
