package dev.dateline.fetcher.manners;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time through to each host, spaced as {@link Politeness}, the host's crawl-delay and its own words
 * (Retry-After) ask for. A host is whatever the caller says it is; the same name gives the same turn. Thread-safe.
 *
 * <p>A host is forgotten once it is free and its pause is over, so memory follows what is busy, not what was ever seen.
 */
public final class HostGate {
    private final Politeness politeness;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Host> hosts = new HashMap<>();
    private int nextSweep = 1_024;

    public HostGate(Politeness politeness, InstantSource clock, RandomGenerator random) {
        this.politeness = politeness;
        this.clock = clock;
        this.random = random;
    }

    /** Takes the host's turn when it is free; the caller then owes it one {@code left} or {@code leftRefused}. */
    public synchronized boolean tryEnter(String name) {
        var host = hosts.get(name);
        if (host != null && (host.busy || clock.instant().isBefore(host.freeAt))) {
            return false;
        }
        hosts.computeIfAbsent(name, any -> new Host()).busy = true;
        return true;
    }

    /** Gives when the host can be asked at the earliest; null while a request to it is under way. */
    public synchronized @Nullable Instant freeAt(String name) {
        var host = hosts.get(name);
        if (host == null) {
            return clock.instant();
        }
        return host.busy ? null : host.freeAt;
    }

    /** Gives the turn back after a request that the host did not mind, whatever it answered. */
    public synchronized void left(String name) {
        var host = leave(name);
        host.refusals = 0;
        host.pause(clock.instant().plus(spacing(host)));
        sweep();
    }

    /**
     * Gives the turn back after the host asked for fewer requests (429, 503).
     *
     * @param retryAfter the pause that it asked for; null backs off by our own rule
     */
    public synchronized void leftRefused(String name, @Nullable Duration retryAfter) {
        var host = leave(name);
        var pause = retryAfter == null ? backOff(host.refusals) : max(retryAfter, spacing(host));
        host.refusals++;
        host.pause(clock.instant().plus(pause));
    }

    /**
     * Remembers the pause between requests that a robots.txt of the host asks for; null when it asks for none. The longest of them holds.
     *
     * @param origin whose robots.txt it is, since a host may have several
     */
    public synchronized void crawlDelay(String name, String origin, @Nullable Duration delay) {
        if (delay != null) {
            hosts.computeIfAbsent(name, any -> new Host()).crawlDelays.put(origin, delay);
        } else if (hosts.containsKey(name)) {
            hosts.get(name).crawlDelays.remove(origin);
        }
    }

    /** Remembers the shortest time between two requests that a source wants at a host; null when it wants none. */
    public synchronized void spacing(String name, String source, @Nullable Duration wanted) {
        if (wanted != null) {
            hosts.computeIfAbsent(name, any -> new Host()).wanted.put(source, wanted);
        } else if (hosts.containsKey(name)) {
            hosts.get(name).wanted.remove(source);
        }
    }

    /** Forgets what a source wanted, at all hosts. */
    public synchronized void forget(String source) {
        hosts.values().forEach(host -> host.wanted.remove(source));
    }

    /** Gives the turn back when nothing was asked: the host is as free as it was. */
    public synchronized void leftUnasked(String name) {
        leave(name);
        sweep();
    }

    /** Remembers that the host is not to be asked before a time, as whoever looked after it before has found out. */
    public synchronized void pause(String name, Instant until) {
        var host = hosts.computeIfAbsent(name, any -> new Host());
        if (until.isAfter(host.freeAt)) {
            host.pause(until);
        }
    }

    /** Gives when a host may be asked again that was asked at a time. */
    public Instant spacedAfter(Instant asked) {
        return asked.plus(politeness.spacing());
    }

    private Host leave(String name) {
        var host = hosts.get(name);
        if (host == null || !host.busy) {
            throw new IllegalStateException("nobody has the turn of " + name);
        }
        host.busy = false;
        return host;
    }

    private Duration spacing(Host host) {
        var shortest = Stream.of(host.crawlDelays, host.wanted)
                .flatMap(asked -> asked.values().stream())
                .reduce(politeness.spacing(), HostGate::max);
        return shortest.plus(jitter(politeness.jitter()));
    }

    private Duration backOff(int refusals) {
        var doubled = politeness.firstBackOff().multipliedBy(1L << Math.min(refusals, 16));
        var pause = doubled.compareTo(politeness.longestBackOff()) > 0 ? politeness.longestBackOff() : doubled;
        return pause.plus(jitter(politeness.jitter()));
    }

    private Duration jitter(Duration most) {
        return Duration.ofMillis(most.isZero() ? 0 : random.nextLong(most.toMillis() + 1));
    }

    /** Forgets hosts that nobody waits for; run when the map has doubled, so it costs nothing on average. */
    private void sweep() {
        if (hosts.size() >= nextSweep) {
            var now = clock.instant();
            hosts.values().removeIf(host -> host.isForgettable(now));
            nextSweep = Math.max(1_024, 2 * hosts.size());
        }
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static final class Host {
        private boolean busy;
        private Instant freeAt = Instant.MIN;
        private int refusals;
        /** By origin. */
        private final Map<String, Duration> crawlDelays = new HashMap<>(2);
        /** By source: a host of several is spaced as the most careful of them wants it. */
        private final Map<String, Duration> wanted = new HashMap<>(2);

        void pause(Instant until) {
            freeAt = until;
        }

        boolean isForgettable(Instant now) {
            return !busy && refusals == 0 && crawlDelays.isEmpty() && wanted.isEmpty() && !now.isBefore(freeAt);
        }
    }
}
