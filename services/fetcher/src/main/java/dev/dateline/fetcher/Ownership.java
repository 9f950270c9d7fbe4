package dev.dateline.fetcher;

import dev.dateline.fetcher.http.FetchLimits;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes partitions over and lets go of them; called from within poll. */
final class Ownership implements ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(Ownership.class);

    private final FetchLoop.Wiring wiring;
    private final Changes changes;

    /** What the loop does when partitions change hands. */
    interface Changes {
        void begun();

        /** Ends and publishes what is under way, or gives up at a time. */
        void finish(Instant latest) throws InterruptedException;

        /** Forgets what was to be published: others look after it already. */
        void lost();
    }

    Ownership(FetchLoop.Wiring wiring, Changes changes) {
        this.wiring = wiring;
        this.changes = changes;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        // Waits until no transaction of the owner before is open: with that, all that it publishes is written
        wiring.consumer().committed(Set.copyOf(partitions));
        wiring.recollection().recall(numbers(partitions));
        log.atInfo().addKeyValue("partitions", partitions.size()).log("looking after sites");
        changes.begun();
    }

    /** Whoever comes next must not ask a site while our request to it is under way. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        try {
            changes.finish(wiring.clock().instant().plus(FetchLimits.DEFAULT.total()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wiring.frontier().drop(numbers(partitions));
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        changes.lost();
        wiring.frontier().drop(numbers(partitions));
    }

    static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }
}
