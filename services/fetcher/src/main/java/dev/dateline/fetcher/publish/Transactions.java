package dev.dateline.fetcher.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes batches of records, each as a whole and once. A batch that Kafka did not take is tried again with the very same
 * records: the frontier has moved on by them already.
 *
 * <p>Each transaction carries the offsets of the source topic under the member's generation (KIP-447), so an instance that
 * was thought dead cannot publish for partitions that have another owner by now.
 */
public final class Transactions {
    private static final Logger log = LoggerFactory.getLogger(Transactions.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Consumer<String> trouble;
    private final BooleanSupplier isStopping;

    /** How a batch ended. */
    public enum End {
        COMMITTED,
        /** The partitions have another owner: nothing was published, and memory is no longer true. */
        NOT_OWNER,
        /** The service stops while Kafka is away; what became of the batch is seen at the next start. */
        STOPPED
    }

    /**
     * Makes transactions.
     *
     * @param trouble is told in words when Kafka does not take a batch
     */
    public Transactions(Producer<String, byte[]> producer, Consumer<String> trouble, BooleanSupplier isStopping) {
        this.producer = producer;
        this.trouble = trouble;
        this.isStopping = isStopping;
    }

    /**
     * Publishes a batch; returns when it is there, however long Kafka is away.
     *
     * @throws ProducerFencedException when another process runs under the name of this instance
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
                if (isFatal(e)) {
                    throw e;
                }
                log.atWarn().setCause(e).addKeyValue("records", records.size()).log("transaction aborted");
                producer.abortTransaction();
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
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.sendOffsetsToTransaction(offsets, member);
        return commit();
    }

    /** A commit that timed out may have happened: only asking again tells (see KafkaProducer.commitTransaction). */
    private End commit() {
        while (true) {
            try {
                producer.commitTransaction();
                return End.COMMITTED;
            } catch (TimeoutException e) {
                if (isStopping.getAsBoolean()) {
                    return End.STOPPED;
                }
                trouble.accept("Kafka does not answer: " + e.getMessage());
            }
        }
    }

    private static boolean isFatal(KafkaException e) {
        return has(e, ProducerFencedException.class)
                || has(e, AuthorizationException.class)
                || has(e, RecordTooLargeException.class);
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
