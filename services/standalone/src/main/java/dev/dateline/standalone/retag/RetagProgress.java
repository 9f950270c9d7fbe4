package dev.dateline.standalone.retag;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far runs for one taxonomy came: offsets of a consumer group, each with the taxonomy's version beside it. */
final class RetagProgress {
    private final Map<TopicPartition, Long> offsets = new HashMap<>();
    private final String taxonomyVersion;
    private final boolean isKept;

    private RetagProgress(String taxonomyVersion, boolean isKept) {
        this.taxonomyVersion = taxonomyVersion;
        this.isKept = isKept;
    }

    /** For a run over a part of history: it begins at the start and leaves nothing behind that a full run would trust. */
    static RetagProgress notKept() {
        return new RetagProgress("", false);
    }

    /** Reads what earlier runs for this version of the taxonomy left. */
    static RetagProgress read(KafkaConnection kafka, Collection<TopicPartition> partitions, String taxonomyVersion) {
        var progress = new RetagProgress(taxonomyVersion, true);
        try (var consumer = Clients.consumer(kafka, RetagWriter.ID + "-progress", RetagWriter.ID, "none")) {
            consumer.committed(Set.copyOf(partitions)).forEach((partition, offset) -> {
                if (offset != null && offset.metadata().equals(taxonomyVersion)) {
                    progress.offsets.put(partition, offset.offset());
                }
            });
        }
        return progress;
    }

    /** The offset to go on from. */
    long of(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }

    /** Commits what was written, and with it how far was read. */
    void commit(RetagWriter writer, TopicPartition partition, long next) {
        if (isKept) {
            writer.commit(partition, new OffsetAndMetadata(next, taxonomyVersion));
        } else {
            writer.commit();
        }
    }
}
