package dev.dateline.standalone.newsroom;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Remembers who asked for what: pages change, and copies appear, because an article was read. Thread-safe. */
final class Ledger {
    private final Clock clock;
    private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> readings = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> firstReadings = new ConcurrentHashMap<>();

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

    Optional<Instant> firstRead(String articleId) {
        return Optional.ofNullable(firstReadings.get(articleId));
    }

    Map<String, Integer> requests() {
        return new TreeMap<>(requests);
    }

    Instant now() {
        return clock.instant();
    }
}
