package dev.dateline.fetcher.publish;

import dev.dateline.fetcher.publish.Transactions.End;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Publishes one batch at a time in a thread of its own, so that the web is asked while Kafka commits. Used by one thread. */
public final class Publisher implements AutoCloseable {
    private final Transactions transactions;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "fetch-publisher");
        made.setDaemon(true);
        return made;
    });
    private @Nullable Future<End> underWay;

    public Publisher(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Begins to publish; nothing must be under way. */
    public void begin(
            List<ProducerRecord<String, byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata member) {
        if (underWay != null) {
            throw new IllegalStateException("a batch is under way");
        }
        underWay = thread.submit(() -> transactions.publish(records, offsets, member));
    }

    /** Says whether a batch is under way, or has ended and nobody has asked how. */
    public boolean isBusy() {
        return underWay != null;
    }

    /** Tells how a batch has ended since the last call; throws what {@link Transactions#publish} threw. */
    public Optional<End> ended() throws InterruptedException {
        return underWay == null || !underWay.isDone() ? Optional.empty() : finish();
    }

    /** Waits for the batch that is under way, if one is, and tells how it ended. */
    public Optional<End> finish() throws InterruptedException {
        if (underWay == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(underWay.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException surprise) {
                throw surprise;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            underWay = null;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
