package dev.dateline.fetcher;

import dev.dateline.fetcher.publish.Outbox;
import dev.dateline.fetcher.publish.Publisher;
import dev.dateline.fetcher.publish.Recollection;
import dev.dateline.fetcher.publish.Transactions;
import dev.dateline.fetcher.publish.Transactions.End;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.fetcher.work.Workers;
import dev.dateline.kafka.client.Clients;
import dev.dateline.runtime.Health;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that knows the frontier and talks to Kafka: follows sources and requests, gives tasks to the workers, publishes what
 * they bring. What came in within a tenth of a second goes out in one transaction, with the offsets of the requests that led to it.
 */
final class FetchLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(FetchLoop.class);
    private static final Duration WAIT = Duration.ofMillis(50);
    private static final Duration SHOW_EVERY = Duration.ofSeconds(5);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    /** Shorter than the session of the group: whoever was away for less has not lost his sites. */
    private static final Duration AWAY = Duration.ofSeconds(3);

    private static final int MOST_AT_ONCE = 64;

    private final Wiring wiring;
    private final Transactions transactions;
    private final Publisher publisher;
    private volatile Health health = Health.starting("waiting for partitions");
    private volatile boolean stopping;
    private Instant tidyAt = Instant.MIN;
    private Instant showAt = Instant.MIN;
    private long lastStep = System.nanoTime();
    /** What the publisher has in hand, and the generation of the group under which it was sent. */
    private List<ProducerRecord<String, byte[]>> batch = List.of();

    private int generation;
    /** True when all partitions were lost since the batch was sent. */
    private boolean lost;
    /** True when memory is not true any more, so that all must be read back. */
    private boolean beginAnew;

    /**
     * What the loop joins.
     *
     * @param requests names the topic whose partitions say which sites are ours
     * @param producers makes a transactional producer of this instance
     */
    record Wiring(
            String requests,
            Consumer<String, byte[]> consumer,
            Supplier<Producer<String, byte[]>> producers,
            Frontier frontier,
            Outbox outbox,
            Recollection recollection,
            DesiredSources sources,
            Orders orders,
            Workers workers,
            FetcherMetrics metrics,
            InstantSource clock) {}

    FetchLoop(Wiring wiring) {
        this.wiring = wiring;
        this.transactions = new Transactions(
                wiring.producers(),
                Clients.TRANSACTION_TIMEOUT,
                detail -> health = Health.degraded(detail),
                () -> stopping,
                wiring.clock());
        this.publisher = new Publisher(transactions);
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
        try (transactions;
                publisher) {
            transactions.open();
            subscribe();
            while (!stopping) {
                step();
            }
            publishRest();
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
        wiring.sources().take(this::change);
        wiring.consumer().poll(Duration.ZERO).forEach(wiring.recollection()::follow);
        if (wasAway()) {
            proveOwnership();
        }
        if (beginAnew) {
            beginAnew();
        }
        wiring.orders().take(this::obey);
        dispatch();
        wiring.workers().take(MOST_AT_ONCE, WAIT).forEach(this::apply);
        tidy();
        publish();
        show();
    }

    private void change(DesiredSources.Change change) {
        change.source()
                .ifPresentOrElse(wiring.frontier()::put, () -> wiring.frontier().remove(change.id()));
    }

    /** Whether a source is polled at all is said by its own record, so nothing else is an order to us. */
    private void obey(SourceCommand command) {
        if (command.getAction() == SourceAction.FETCH_NOW) {
            wiring.frontier().fetchNow(command.getSourceId(), command.getIssuedAt());
        } else if (command.getAction() == SourceAction.TEST) {
            wiring.frontier().test(command);
        }
    }

    /** Others may look after our sites by now without our having heard of it, say after a stop: only a commit tells. */
    private boolean wasAway() {
        var now = System.nanoTime();
        var away = Duration.ofNanos(now - lastStep);
        lastStep = now;
        return away.compareTo(AWAY) > 0;
    }

    private void dispatch() {
        while (wiring.workers().free() > 0 && !wiring.outbox().isFull()) {
            var turn = wiring.frontier().next(wiring.workers().free());
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
            wiring.frontier().tidy();
            wiring.metrics().show(wiring.frontier().statuses());
            showAt = now.plus(SHOW_EVERY);
        }
    }

    private void publish() throws InterruptedException {
        publisher.ended().ifPresent(this::settle);
        if (!beginAnew && !publisher.isBusy() && wiring.outbox().isDue()) {
            begin();
        }
    }

    /** Commits, even if there is nothing to commit, since only a commit tells whether we still own anything. */
    private void proveOwnership() throws InterruptedException {
        awaitPublished();
        if (!beginAnew) {
            begin();
            awaitPublished();
        }
    }

    private void publishRest() throws InterruptedException {
        awaitPublished();
        if (!beginAnew && !wiring.outbox().isEmpty()) {
            begin();
            awaitPublished();
        }
    }

    private void awaitPublished() throws InterruptedException {
        for (var end = publisher.finish(); end.isPresent(); end = publisher.finish()) {
            settle(end.get());
        }
    }

    private void begin() {
        batch = wiring.outbox().drain();
        send();
    }

    private void send() {
        var consumer = wiring.consumer();
        var offsets = consumer.assignment().stream()
                .collect(Collectors.toMap(
                        partition -> partition, partition -> new OffsetAndMetadata(consumer.position(partition))));
        var member = consumer.groupMetadata();
        generation = member.generationId();
        lost = false;
        publisher.begin(batch, offsets, member);
    }

    /**
     * Takes in how a batch ended. One that was refused because the group has got a new generation meanwhile is sent again: what it is
     * about is still ours, since partitions are only given back when nothing is under way.
     */
    private void settle(End end) {
        if (end == End.COMMITTED) {
            health = Health.up("running");
        } else if (end == End.NOT_OWNER
                && !lost
                && wiring.consumer().groupMetadata().generationId() != generation) {
            send();
        } else if (end == End.NOT_OWNER || end == End.LOCKED_OUT) {
            beginAnew = true;
        }
    }

    /** Memory is ahead of what was published, and others look after the sites by now. */
    private void beginAnew() {
        log.atWarn().log("partitions were taken over by another instance; joining again");
        beginAnew = false;
        wiring.frontier().drop(Ownership.numbers(wiring.consumer().assignment()));
        wiring.outbox().drain();
        wiring.consumer().unsubscribe();
        subscribe();
    }

    private void subscribe() {
        wiring.consumer().subscribe(List.of(wiring.requests()), new Ownership(wiring, new Ownership.Changes() {
            @Override
            public void begun() {
                health = Health.up("running");
            }

            @Override
            public void finish(Instant latest) throws InterruptedException {
                FetchLoop.this.finish(latest);
            }

            @Override
            public void lost() {
                lost = true;
                wiring.outbox().drain();
            }
        }));
    }

    /** Ends and publishes what is under way. */
    private void finish(Instant latest) throws InterruptedException {
        while (!stopping
                && !wiring.workers().isIdle()
                && wiring.clock().instant().isBefore(latest)) {
            wiring.workers().take(MOST_AT_ONCE, WAIT).forEach(this::apply);
        }
        if (!stopping) {
            publishRest();
        }
    }
}
