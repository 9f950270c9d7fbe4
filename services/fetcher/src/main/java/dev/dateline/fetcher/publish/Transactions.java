package dev.dateline.fetcher.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes batches of records, each as a whole and once. A batch that Kafka did not take is tried again with the very same
 * records: the frontier has moved on by them already.
 *
 * <p>Each transaction carries the offsets of the source topic under the member's generation (KIP-447), so an instance that
 * was thought dead cannot publish for partitions that have another owner by now.
 *
 * <p>Kafka ends a transaction that is open for too long and locks its producer out, which is then replaced. One that is locked out
 * sooner has been by another process of the same name. Used by one thread.
 */
public final class Transactions implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final Supplier<Producer<String, byte[]>> maker;
    private final Duration timeout;
    private final Consumer<String> trouble;
    private final BooleanSupplier isStopping;
    private final InstantSource clock;
    private volatile @Nullable Producer<String, byte[]> producer;
    private Instant begunAt = Instant.MIN;

    /** How a batch ended. */
    public enum End {
        COMMITTED,
        /** The partitions have another owner: nothing was published, and memory is no longer true. */
        NOT_OWNER,
        /** Kafka has locked our producer out, and there is a new one: whether the batch was published is not known, so memory may not be true. */
        LOCKED_OUT,
        /** The service stops while Kafka is away; what became of the batch is seen at the next start. */
        STOPPED
    }

    /**
     * Makes transactions; nothing is asked of Kafka before {@link #open}.
     *
     * @param maker of transactional producers, all with the name of this instance
     * @param timeout after which Kafka ends their transactions
     * @param trouble is told in words when Kafka does not take a batch
     */
    public Transactions(
            Supplier<Producer<String, byte[]>> maker,
            Duration timeout,
            Consumer<String> trouble,
            BooleanSupplier isStopping,
            InstantSource clock) {
        this.maker = maker;
        this.timeout = timeout;
        this.trouble = trouble;
        this.isStopping = isStopping;
        this.clock = clock;
    }

    /** Ends what an earlier process of this name left open, and locks it out; waits while Kafka is away. */
    public void open() {
        var made = maker.get();
        producer = made;
        untilAnswered(made::initTransactions);
    }

    /**
     * Publishes a batch; returns when it is there, however long Kafka is away.
     *
     * @throws ProducerFencedException when another process runs under the name of this instance
     * @throws KafkaException when Kafka will not take the batch however often it is tried
     */
    public End publish(
            List<ProducerRecord<String, byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata member)
            throws InterruptedException {
        while (true) {
            try {
                return attempt(records, offsets, member);
            } catch (KafkaException e) {
                if (isLasting(e)) {
                    throw e;
                }
                log.atWarn().setCause(e).addKeyValue("records", records.size()).log("transaction failed");
                var end = abort(e);
                if (end != null) {
                    return replaced(end);
                }
                if (has(e, CommitFailedException.class)) {
                    return End.NOT_OWNER;
                }
                trouble.accept("Kafka does not take what was fetched: " + e.getMessage());
            }
            if (isStopping.getAsBoolean()) {
                return End.STOPPED;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private End attempt(
            List<ProducerRecord<String, byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata member) {
        var producer = opened();
        begunAt = clock.instant();
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.sendOffsetsToTransaction(offsets, member);
        // One that timed out may have happened: only asking again tells (see KafkaProducer.commitTransaction)
        return untilAnswered(producer::commitTransaction) ? End.COMMITTED : End.STOPPED;
    }

    /** Ends a transaction that failed; gives why the producer cannot go on, or null when it can. */
    private @Nullable KafkaException abort(KafkaException failure) {
        if (has(failure, ProducerFencedException.class)) {
            return failure;
        }
        try {
            untilAnswered(opened()::abortTransaction);
            return null;
        } catch (KafkaException e) {
            return e;
        }
    }

    private End replaced(KafkaException cause) {
        if (has(cause, ProducerFencedException.class) && clock.instant().isBefore(begunAt.plus(timeout))) {
            throw cause;
        }
        log.atWarn().setCause(cause).log("Kafka has locked this producer out; making another");
        opened().close(Duration.ZERO);
        open();
        return End.LOCKED_OUT;
    }

    /** Asks until Kafka answers; false when the service stops meanwhile. The producer waits for a while in each call. */
    private boolean untilAnswered(Runnable call) {
        while (true) {
            try {
                call.run();
                return true;
            } catch (TimeoutException e) {
                if (isStopping.getAsBoolean()) {
                    return false;
                }
                trouble.accept("Kafka does not answer: " + e.getMessage());
            }
        }
    }

    private Producer<String, byte[]> opened() {
        return Objects.requireNonNull(producer, "not opened");
    }

    /** A plain close would wait for a broker that is away for as long as it is. */
    @Override
    public void close() {
        var last = producer;
        if (last != null) {
            last.close(CLOSE_TIMEOUT);
        }
    }

    private static boolean isLasting(KafkaException e) {
        return has(e, AuthorizationException.class) || has(e, RecordTooLargeException.class);
    }

    private static boolean has(Throwable thrown, Class<? extends KafkaException> kind) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
