package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.Site;
import dev.dateline.schema.FetchVisit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Visits that are remembered in another partition than that of their site, as versions before 0.2 did. They are known at once, and
 * moved bit by bit, since there may be more of them than a transaction should hold.
 */
final class Strays {
    private static final int MOST_AT_ONCE = 2_000;

    private final Territory territory;
    private final Ledger ledger;
    private final Deque<Stray> waiting = new ArrayDeque<>();

    private record Stray(int partition, FetchVisit visit) {}

    Strays(Territory territory, Ledger ledger) {
        this.territory = territory;
        this.ledger = ledger;
    }

    void add(int partition, FetchVisit visit) {
        waiting.add(new Stray(partition, visit));
    }

    /**
     * Moves some to where they belong.
     *
     * @param newest gives what is known of an address by now
     */
    void move(UnaryOperator<FetchVisit> newest) {
        for (int moved = 0; moved < MOST_AT_ONCE && !waiting.isEmpty(); moved++) {
            var stray = waiting.remove();
            ledger.forget(stray.partition(), stray.visit().getUrl());
            var visit = newest.apply(stray.visit());
            var address = Visits.addressOf(visit);
            if (territory.holds(address)) {
                ledger.remember(territory.partitionOf(address), visit);
            } else {
                ledger.request(Site.of(address), PageVisits.request(visit));
            }
        }
    }

    void drop(Set<Integer> partitions) {
        waiting.removeIf(stray -> partitions.contains(stray.partition()));
    }
}
