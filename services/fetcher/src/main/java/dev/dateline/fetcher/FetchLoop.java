package dev.dateline.fetcher;

import dev.dateline.fetcher.publish.Outbox;
import dev.dateline.fetcher.publish.Recollection;
import dev.dateline.fetcher.publish.Transactions;
import dev.dateline.fetcher.publish.Transactions.End;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.fetcher.work.Workers;
import dev.dateline.runtime.Health;
import dev.dateline.schema.SourceAction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that knows the frontier and talks to Kafka: follows the sources, gives tasks to the workers, publishes what
 * they bring. Everything that came in at once goes out in one transaction.
 */
final class FetchLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(FetchLoop.class);
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final Duration SHOW_EVERY = Duration.ofSeconds(5);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final int MOST_AT_ONCE = 64;

    private final Wiring wiring;
    private final Transactions transactions;
    private volatile Health health = Health.starting("waiting for partitions");
    private volatile boolean stopping;
    private Instant tidyAt = Instant.MIN;
    private Instant showAt = Instant.MIN;

    /**
     * What the loop joins.
     *
     * @param sources names the topic that it follows
     */
    record Wiring(
            String sources,
            Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            Frontier frontier,
            Outbox outbox,
            Recollection recollection,
            Orders orders,
            Workers workers,
            FetcherMetrics metrics,
            InstantSource clock) {}

    FetchLoop(Wiring wiring) {
        this.wiring = wiring;
        this.transactions =
                new Transactions(wiring.producer(), detail -> health = Health.degraded(detail), () -> stopping);
    }

    Health health() {
        return health;
    }

    /** Asks the loop to end after the work in hand. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        try {
            // Ends what an earlier process of this name left open, and locks it out
            wiring.producer().initTransactions();
            subscribe();
            while (!stopping) {
                step();
            }
        } catch (ProducerFencedException e) {
            fail(
                    "another process runs as this instance; give each a name of its own: "
                            + FetcherConfig.INSTANCE.key(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(String.valueOf(e.getMessage()), e);
        }
    }

    private void fail(String detail, RuntimeException cause) {
        log.atError().setCause(cause).log("fetcher failed");
        health = Health.failed(detail);
    }

    private void step() throws InterruptedException {
        wiring.consumer().poll(Duration.ZERO).forEach(wiring.recollection()::follow);
        wiring.orders().take(this::obey);
        dispatch();
        wiring.workers().take(MOST_AT_ONCE, WAIT).forEach(this::apply);
        tidy();
        publish();
        show();
    }

    /** Whether a source is polled at all is said by its own record, so nothing else is an order to us. */
    private void obey(Orders.Order order) {
        var command = order.command();
        if (command.getAction() == SourceAction.FETCH_NOW) {
            wiring.frontier().fetchNow(command.getSourceId(), command.getIssuedAt());
        } else if (command.getAction() == SourceAction.TEST && looksAfter(order.partition())) {
            wiring.frontier().test(command);
        }
    }

    /** An address that is no source's is tested by whoever looks after the partition that its key falls into. */
    private boolean looksAfter(int partition) {
        return wiring.consumer().assignment().contains(new TopicPartition(wiring.sources(), partition));
    }

    private void dispatch() {
        while (wiring.workers().hasFree()) {
            var turn = wiring.frontier().next();
            if (turn.isEmpty()) {
                return;
            }
            wiring.workers().begin(turn.get());
        }
    }

    private void apply(Fetched fetched) {
        wiring.metrics().count(fetched.task(), wiring.frontier().apply(fetched));
    }

    private void tidy() {
        var now = wiring.clock().instant();
        if (!now.isBefore(tidyAt)) {
            wiring.frontier().forgetOld();
            tidyAt = now.plus(TIDY_EVERY);
        }
    }

    private void show() {
        var now = wiring.clock().instant();
        if (!now.isBefore(showAt)) {
            wiring.metrics().show(wiring.frontier().statuses());
            showAt = now.plus(SHOW_EVERY);
        }
    }

    private void publish() throws InterruptedException {
        var records = wiring.outbox().drain();
        if (records.isEmpty()) {
            return;
        }
        var consumer = wiring.consumer();
        var offsets = consumer.assignment().stream()
                .collect(Collectors.toMap(
                        partition -> partition, partition -> new OffsetAndMetadata(consumer.position(partition))));
        var end = transactions.publish(records, offsets, consumer.groupMetadata());
        if (end == End.NOT_OWNER) {
            beginAnew();
        } else if (end == End.COMMITTED) {
            health = Health.up("running");
        }
    }

    /** Memory is ahead of what was published, and others look after the sources by now. */
    private void beginAnew() {
        log.atWarn().log("partitions were taken over by another instance; joining again");
        wiring.frontier().drop(numbers(wiring.consumer().assignment()));
        wiring.consumer().unsubscribe();
        subscribe();
    }

    private void subscribe() {
        wiring.consumer().subscribe(List.of(wiring.sources()), new Ownership());
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** Takes partitions over and lets go of them; called from within poll. */
    private final class Ownership implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            // Waits until no transaction of the owner before is open: with that, all that it published can be read
            wiring.consumer().committed(Set.copyOf(partitions));
            wiring.recollection().recall(numbers(partitions)).forEach(wiring.consumer()::seek);
            log.atInfo().addKeyValue("partitions", partitions.size()).log("looking after sources");
            health = Health.up("running");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            wiring.frontier().drop(numbers(partitions));
        }
    }
}
