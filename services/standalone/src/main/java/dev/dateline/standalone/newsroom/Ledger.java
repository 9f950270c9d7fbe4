package dev.dateline.standalone.newsroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers who asked for what: pages change, and copies appear, because an article was read. Thread-safe. */
final class Ledger {
    /** How long after its original was first read a copy appears, so that it comes second on the way through. */
    static final Duration COPYING_TAKES = Duration.ofSeconds(1);

    private final Clock clock;
    private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> readings = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> firstReadings = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Ledger(Clock clock) {
        this.clock = clock;
    }

    void request(String url) {
        requests.merge(url, 1, Integer::sum);
    }

    /** Counts a reading of an article, and gives its number from 1. */
    int read(Article article) {
        firstReadings.putIfAbsent(article.id(), clock.instant());
        return readings.merge(article.id(), 1, Integer::sum);
    }

    int readings(Article article) {
        return readings.getOrDefault(article.id(), 0);
    }

    /** Says whether an article was read long enough ago for others to have copied it. */
    boolean settled(String articleId) {
        var first = firstReadings.get(articleId);
        return first != null && !clock.instant().isBefore(first.plus(COPYING_TAKES));
    }

    /** Notes that a reader has seen what will not change any more. */
    void tell(Article article) {
        told.add(article.id());
    }

    boolean told(Article article) {
        return told.contains(article.id());
    }

    /** Gives the time of an article's last change: an edit follows the first reading. */
    ZonedDateTime changed(Article article, ZonedDateTime published, boolean readBefore) {
        var first = firstReadings.get(article.id());
        return readBefore && first != null && article.texts().size() > 1
                ? first.atZone(published.getZone())
                : published;
    }

    Map<String, Integer> requests() {
        return new TreeMap<>(requests);
    }

    Instant now() {
        return clock.instant();
    }
}
