package dev.dateline.standalone.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;

/**
 * Decides when articles appear in their feeds: each outlet opens with the oldest part of its own, and the rest of them
 * follow in the order of publication, one after the other over all outlets. The same newsroom always grows in the same order.
 */
final class Growth {
    /** A third, rounded up: no feed is empty at the opening unless all that it has are copies. */
    private static final int PARTS = 3;

    private final Map<String, Duration> delays = new HashMap<>();

    Growth(Newsroom newsroom, Instant opened, Duration interval) {
        var order = Comparator.comparing(
                        (Article article) -> Edition.published(article.marks().published(), opened))
                .thenComparing(Article::id);
        var stock = new HashSet<Article>();
        for (var outlet : newsroom.outlets()) {
            var share = (outlet.articles().size() + PARTS - 1) / PARTS;
            outlet.articles().stream().sorted(order).limit(share).forEach(stock::add);
        }
        stock.forEach(article -> delays.put(article.id(), Duration.ZERO));
        var coming = newsroom.articles().stream()
                .filter(article -> !stock.contains(article))
                .sorted(order)
                .toList();
        for (var i = 0; i < coming.size(); i++) {
            delays.put(coming.get(i).id(), interval.multipliedBy(i + 1L));
        }
    }

    /** Gives how long after the opening an article appears. */
    Duration delay(Article article) {
        return Objects.requireNonNull(delays.get(article.id()));
    }

    /** Gives how long after the opening the last article appears. */
    Duration length() {
        return delays.values().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
