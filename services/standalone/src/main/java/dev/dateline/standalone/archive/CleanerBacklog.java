package dev.dateline.standalone.archive;

import dev.dateline.console.intake.GroupOffsets;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.streams.StreamsSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How many pages lie before the cleaner: an archive must not stand before live news. */
final class CleanerBacklog implements AutoCloseable {
    private static final String GROUP = StreamsSettings.APPLICATION_PREFIX + "clean";
    private static final int LOOK_MILLIS = 200;

    private final GroupOffsets offsets;
    private final List<TopicPartition> partitions;
    private final long most;

    /** @param most pages that may lie there */
    CleanerBacklog(KafkaConnection kafka, long most) {
        this.most = most;
        this.offsets = new GroupOffsets(kafka, "dateline-import");
        try (var consumer = Clients.consumer(kafka, "dateline-import-partitions", null, "earliest")) {
            this.partitions =
                    PartitionReader.partitionsOf(consumer, kafka.topics().raw().name());
        }
    }

    /**
     * Waits until there is room.
     *
     * @param told is called now and then with the number of pages that lie there
     */
    void awaitRoom(LongConsumer told) throws InterruptedException {
        for (var waiting = waiting(); waiting > most; waiting = waiting()) {
            told.accept(waiting);
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private long waiting() throws InterruptedException {
        try {
            var ends = offsets.ends(partitions, IsolationLevel.READ_COMMITTED);
            var read = offsets.committed(List.of(GROUP)).getOrDefault(GROUP, Map.of());
            return partitions.stream()
                    .mapToLong(each -> ends.getOrDefault(each, 0L) - read.getOrDefault(each, 0L))
                    .sum();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("it cannot be learnt how far the cleaner is", e);
        }
    }

    @Override
    public void close() {
        offsets.close();
    }
}
