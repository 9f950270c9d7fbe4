package dev.dateline.sink;

import dev.dateline.runtime.Problem;
import dev.dateline.sink.database.StoredOffsets.LastRecord;
import dev.dateline.sink.database.StoredOffsets.Position;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Holds a stored position against what Kafka has now: going on from a wrong one would lose or mix up records silently. */
final class PositionCheck {
    private static final String START_OVER =
            "To read every topic from its beginning (no rows are lost): SELECT sink_start_over();";

    private static final String LOST = "Find out what Kafka lost. " + START_OVER;

    private final KafkaIdentity kafka;

    PositionCheck(KafkaIdentity kafka) {
        this.kafka = kafka;
    }

    /** Gives what is wrong with a stored position; empty when the partition can be read on from there. */
    Optional<Problem> problem(TopicPartition partition, Position stored, long beginning, long end) {
        if (!stored.clusterId().equals(kafka.clusterId())) {
            return Optional.of(new Problem(
                    "sink_offset of " + partition,
                    "is of Kafka cluster " + stored.clusterId() + ", but this one is " + kafka.clusterId(),
                    "Connect to that cluster, or give the sink another database. " + START_OVER));
        }
        if (!stored.topicId().equals(kafka.topicId(partition.topic()))) {
            return Optional.of(new Problem(
                    "sink_offset of " + partition,
                    "is of a topic that was deleted and made anew since (id " + stored.topicId() + ", now "
                            + kafka.topicId(partition.topic()) + ")",
                    START_OVER));
        }
        if (stored.next() < beginning) {
            return Optional.of(new Problem(
                    "sink_offset of " + partition,
                    "is " + stored.next() + ", but the topic begins at " + beginning + ": "
                            + (beginning - stored.next())
                            + " offsets were deleted by retention before they were stored",
                    "To go on without them: UPDATE sink_offset SET next_offset = " + beginning + " WHERE topic = '"
                            + partition.topic() + "' AND topic_partition = " + partition.partition() + ";"));
        }
        if (stored.next() > end) {
            return Optional.of(new Problem(
                    "sink_offset of " + partition,
                    "is " + stored.next() + ", but the topic ends at " + end
                            + ": Kafka has lost records that are stored",
                    LOST));
        }
        return Optional.empty();
    }

    /** Says that a log was cut and has grown again. */
    static Problem otherHistory(TopicPartition partition, LastRecord stored, long timestamp) {
        return new Problem(
                "sink_offset of " + partition,
                "was stored behind a record of " + Instant.ofEpochMilli(stored.timestamp()) + " at offset "
                        + stored.offset() + ", where Kafka has one of " + Instant.ofEpochMilli(timestamp)
                        + " now: Kafka has lost records that are stored, and others stand in their place",
                LOST);
    }
}
