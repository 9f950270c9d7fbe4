package dev.dateline.sink;

import dev.dateline.runtime.Health;
import dev.dateline.sink.database.SqlFaults;
import dev.dateline.sink.database.StoredOffsets.FencedException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sink's one thread: poll, store in one transaction, tell the group.
 *
 * <p>Exactly once in effect: offsets are in the database with the rows, reading begins from there, and the group's own offsets
 * are committed only so that lag can be seen. While the database is down, partitions are parked and polling goes on, so the
 * group keeps this member; nothing is held in memory, since Kafka has it all.
 */
final class SinkLoop implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final Assignment assignment;
    private final Storage storage;
    private final BackOff backOff;
    private final SinkMetrics metrics;
    private volatile Health health = Health.starting("joins the consumer group");
    private volatile boolean closing;
    private @Nullable Instant downSince;

    SinkLoop(
            Consumer<String, byte[]> consumer,
            Assignment assignment,
            Storage storage,
            BackOff backOff,
            SinkMetrics metrics) {
        this.consumer = consumer;
        this.assignment = assignment;
        this.storage = storage;
        this.backOff = backOff;
        this.metrics = metrics;
    }

    Health health() {
        return health;
    }

    /** Asks the loop to end after the batch in hand; may be called from any thread. */
    void stop() {
        closing = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                turn();
            }
        } catch (WakeupException e) {
            log.atDebug().log("woken to stop");
        } catch (BadPositionException | InvalidOffsetException e) {
            log.atError().setCause(e).log("cannot go on");
            health = Health.failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("unexpected failure");
            health = Health.failed(e.toString());
        }
    }

    private void turn() throws BadPositionException {
        try {
            var records = consumer.poll(downSince == null ? POLL : backOff.next());
            storage.place(assignment);
            storage.write(records, assignment);
            storage.tidy(assignment);
            allIsWell(records);
        } catch (FencedException e) {
            log.atWarn().addKeyValue("because", e.getMessage()).log("batch given up");
            startAgain();
        } catch (SQLException e) {
            var answer = SqlFaults.answer(e);
            outage("PostgreSQL: " + SqlFaults.firstLine(answer), answer);
        } catch (RetriableException e) {
            outage("Kafka or its registry: " + e.getMessage(), e);
        }
    }

    private void allIsWell(ConsumerRecords<String, byte[]> records) {
        if (downSince != null) {
            if (records.isEmpty() && !isCaughtUp()) {
                return; // to be let in proves nothing: a full disk lets us in, and refuses the rows
            }
            log.atInfo().addKeyValue("since", downSince).log("outage is over");
            downSince = null;
            backOff.reset();
        }
        if (!records.nextOffsets().isEmpty()) {
            consumer.commitAsync(records.nextOffsets(), (committed, refused) -> {
                if (refused != null) {
                    log.atDebug().setCause(refused).log("group offsets not committed; they only show lag");
                }
            });
        }
        var lag = lag();
        health = Health.up(assignment.size() + " partitions, " + lag + " records behind");
    }

    private long lag() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Tells whether nothing is left to be stored; a partition whose end is not known yet may have something. */
    private boolean isCaughtUp() {
        return consumer.assignment().stream()
                .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    private void outage(String what, Exception fault) {
        if (downSince == null) {
            downSince = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            log.atWarn().setCause(fault).log("outage begins; tries again until it is over");
        }
        metrics.retry();
        health = Health.degraded(what + " (since " + downSince + "; tries again)");
        startAgain();
    }

    /** Forgets the batch and reads it again from what is stored. */
    private void startAgain() {
        storage.giveUp();
        assignment.parkAll();
    }
}
