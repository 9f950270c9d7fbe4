package dev.dateline.sink.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far each partition is stored, in the same database as the rows. All methods work in the caller's transaction.
 *
 * <p>The fence: an offset moves from the expected value only. An instance that lost a partition without noticing (a zombie)
 * finds another value there, and its rows are rolled back.
 */
public final class StoredOffsets {
    private static final String SELECT = """
            SELECT topic, topic_partition, next_offset, cluster_id, topic_id, last_offset, last_ingested_at
              FROM sink_offset WHERE consumer_group = ?""";
    private static final String INSERT = """
            INSERT INTO sink_offset (consumer_group, topic, topic_partition, next_offset, cluster_id, topic_id)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String ADVANCE = """
            UPDATE sink_offset SET next_offset = ?, last_offset = COALESCE(?, last_offset),
                   last_ingested_at = COALESCE(?, last_ingested_at), updated_at = now()
            WHERE consumer_group = ? AND topic = ? AND topic_partition = ? AND next_offset = ?""";

    private final String group;

    public StoredOffsets(String group) {
        this.group = group;
    }

    /**
     * Where a partition stands.
     *
     * @param next the record to read next
     * @param clusterId the cluster it was read from
     * @param topicId the topic's identity there
     * @param last the record that was read last; null before the first, and when an earlier version stored the position
     */
    public record Position(
            long next,
            String clusterId,
            String topicId,
            @Nullable LastRecord last) {}

    /**
     * A record to know a log again by.
     *
     * @param timestamp its time of ingest, in milliseconds
     */
    public record LastRecord(long offset, long timestamp) {}

    /** Thrown when a partition does not stand where this instance left it: somebody else owns it. */
    public static final class FencedException extends Exception {
        private static final long serialVersionUID = 1L;

        FencedException(TopicPartition partition, long expected) {
            super("the stored offset of " + partition + " is not " + expected + " any more");
        }
    }

    /** Gives the stored positions; a partition that was never read has none. */
    public Map<TopicPartition, Position> load(Connection connection) throws SQLException {
        var positions = new HashMap<TopicPartition, Position>();
        try (var select = connection.prepareStatement(SELECT)) {
            select.setString(1, group);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.put(
                            new TopicPartition(rows.getString(1), rows.getInt(2)),
                            new Position(rows.getLong(3), rows.getString(4), rows.getString(5), last(rows)));
                }
            }
        }
        return positions;
    }

    private static @Nullable LastRecord last(ResultSet row) throws SQLException {
        var at = row.getTimestamp(7);
        return at == null ? null : new LastRecord(row.getLong(6), at.getTime());
    }

    /** Stores where partitions begin that have no position yet. */
    public void create(Connection connection, Map<TopicPartition, Position> positions) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var entry : positions.entrySet()) {
                insert.setString(1, group);
                insert.setString(2, entry.getKey().topic());
                insert.setInt(3, entry.getKey().partition());
                insert.setLong(4, entry.getValue().next());
                insert.setString(5, entry.getValue().clusterId());
                insert.setString(6, entry.getValue().topicId());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * One step of a partition.
     *
     * @param last the last record before the next one; null when there were markers only
     */
    public record Step(
            TopicPartition partition,
            long expected,
            long next,
            @Nullable LastRecord last) {}

    /** Moves partitions on; their rows stay locked until the transaction ends, so a second owner waits and then fails. */
    public void advance(Connection connection, Collection<Step> steps) throws SQLException, FencedException {
        try (var update = connection.prepareStatement(ADVANCE)) {
            for (var step : steps) {
                var last = step.last();
                update.setLong(1, step.next());
                update.setObject(2, last == null ? null : last.offset(), Types.BIGINT);
                update.setTimestamp(3, last == null ? null : new Timestamp(last.timestamp()));
                update.setString(4, group);
                update.setString(5, step.partition().topic());
                update.setInt(6, step.partition().partition());
                update.setLong(7, step.expected());
                if (update.executeUpdate() == 0) {
                    throw new FencedException(step.partition(), step.expected());
                }
            }
        }
    }
}
