package dev.dateline.sink;

import dev.dateline.runtime.Problem;
import dev.dateline.sink.database.StoredOffsets;
import dev.dateline.sink.database.StoredOffsets.FencedException;
import dev.dateline.sink.database.StoredOffsets.LastRecord;
import dev.dateline.sink.database.StoredOffsets.Position;
import dev.dateline.sink.database.StoredOffsets.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that this instance owns and how far each is stored.
 *
 * <p>A partition is parked (paused) until its stored offset is known, and parked again after anything went wrong: every kind of
 * recovery is to ask the database once more and read on from there. Nothing is asked inside of a rebalance, so a database
 * that is down never stops one. Used by the thread of the loop only.
 */
final class Assignment implements ConsumerRebalanceListener {
    private final Consumer<String, byte[]> consumer;
    private final StoredOffsets offsets;
    private final KafkaIdentity kafka;
    private final PositionCheck check;
    private final Set<TopicPartition> parked = new HashSet<>();
    private final Map<TopicPartition, Long> stored = new HashMap<>();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Map<TopicPartition, LastRecord> last = new HashMap<>();

    Assignment(Consumer<String, byte[]> consumer, StoredOffsets offsets, KafkaIdentity kafka) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.kafka = kafka;
        this.check = new PositionCheck(kafka);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // Any position will do while it is parked; without one the consumer would look for a committed offset and fail
        partitions.forEach(partition -> consumer.seek(partition, 0));
        park(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        parked.removeAll(partitions);
        partitions.forEach(stored::remove);
        partitions.forEach(read::remove);
        partitions.forEach(last::remove);
    }

    boolean hasParked() {
        return !parked.isEmpty();
    }

    int size() {
        return parked.size() + stored.size();
    }

    /** Stops reading everything until it is placed again. */
    void parkAll() {
        park(consumer.assignment());
    }

    private void park(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        parked.addAll(partitions);
        partitions.forEach(stored::remove);
        partitions.forEach(read::remove);
        partitions.forEach(last::remove);
    }

    /**
     * Puts parked partitions where the database says, or at their beginning when it says nothing, and reads on.
     *
     * @throws BadPositionException when a stored position does not fit to what Kafka has
     */
    void place(Connection connection) throws SQLException, BadPositionException {
        var partitions = List.copyOf(parked);
        var positions = positions(connection, partitions);
        connection.commit();
        for (var partition : partitions) {
            var next = of(positions, partition).next();
            consumer.seek(partition, next);
            stored.put(partition, next);
        }
        parked.clear();
        consumer.resume(partitions);
    }

    /** Gives where partitions stand; checks all of them, so that all problems come at once. */
    Map<TopicPartition, Position> positions(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException, BadPositionException {
        // In this order: another instance may move on meanwhile, and must be found between beginning and end all the
        // same
        var beginnings = consumer.beginningOffsets(partitions);
        var known = offsets.load(connection);
        var ends = consumer.endOffsets(partitions);
        var fresh = new HashMap<TopicPartition, Position>();
        var problems = new ArrayList<Problem>();
        for (var partition : partitions) {
            var position = known.get(partition);
            var beginning = of(beginnings, partition);
            if (position == null) {
                fresh.put(partition, kafka.at(partition.topic(), beginning));
            } else {
                check.problem(partition, position, beginning, of(ends, partition))
                        .ifPresent(problems::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new BadPositionException(problems);
        }
        offsets.create(connection, fresh);
        known.putAll(fresh);
        return known;
    }

    /** Notes how far a poll has read: over the records that it gave, and over markers of transactions that have none. */
    void read(ConsumerRecords<String, byte[]> records) {
        records.nextOffsets().forEach((partition, next) -> read.put(partition, next.offset()));
        for (var record : records) {
            last.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new LastRecord(record.offset(), record.timestamp()));
        }
    }

    /** Stores how far was read, in an order that two instances share, so that they cannot lock one another. */
    void advance(Connection connection) throws SQLException, FencedException {
        var steps = new ArrayList<Step>();
        stored.forEach((partition, expected) -> {
            var next = read.getOrDefault(partition, expected);
            if (next > expected) {
                steps.add(new Step(partition, expected, next, last.get(partition)));
            }
        });
        steps.sort(Comparator.comparing((Step step) -> step.partition().topic())
                .thenComparing(step -> step.partition().partition()));
        offsets.advance(connection, steps);
    }

    /** Notes that it is committed. */
    void advanced() {
        stored.replaceAll((partition, expected) -> read.getOrDefault(partition, expected));
    }

    private static <V> V of(Map<TopicPartition, V> values, TopicPartition partition) {
        return Objects.requireNonNull(values.get(partition), partition::toString);
    }
}
