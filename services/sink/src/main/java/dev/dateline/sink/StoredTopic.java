package dev.dateline.sink;

import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.sink.database.SqlFaults;
import dev.dateline.sink.table.Entry;
import dev.dateline.sink.table.TopicTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A topic with the tables that it is stored in: decodes, writes, and finds the one record that cannot be stored.
 *
 * @param topic where records are read
 * @param tables where they go
 * @param subject what latency is measured of; empty for records that are no articles
 */
record StoredTopic<V>(Topic<V> topic, TopicTables<V> tables, Function<V, Optional<Subject>> subject) {
    private static final Logger log = LoggerFactory.getLogger(StoredTopic.class);
    private static final String COMPACTED = "compact";
    /** A statement has so many records at most, so that it ends long before the database counts as silent. */
    private static final int AT_ONCE = 1_000;

    /** Writes records; those that cannot be read or stored become letters of the result, the others are stored. */
    void store(Connection connection, Iterable<ConsumerRecord<String, byte[]>> records, BatchResult result)
            throws SQLException {
        var entries = new ArrayList<Entry<V>>();
        for (var record : records) {
            if (!isTombstone(record)) {
                decode(record, entries, result);
            }
        }
        for (var from = 0; from < entries.size(); from += AT_ONCE) {
            write(connection, entries.subList(from, Math.min(entries.size(), from + AT_ONCE)), result);
        }
    }

    /** A null on a compacted topic says that its key is gone there; rows stay until something says more. */
    private boolean isTombstone(ConsumerRecord<String, byte[]> record) {
        return record.value() == null && topic.spec().cleanup().contains(COMPACTED);
    }

    private void decode(ConsumerRecord<String, byte[]> record, List<Entry<V>> entries, BatchResult result) {
        try {
            entries.add(new Entry<>(record, topic.values().deserializer().deserialize(record.topic(), record.value())));
        } catch (UnreadableRecordException e) {
            result.failed(new Letter(record, e));
        }
    }

    /**
     * Writes all, or halves them until the one that is to blame is alone: a bad record costs about twice the logarithm of the
     * batch in extra statements, and good batches cost nothing but a savepoint.
     */
    private void write(Connection connection, List<Entry<V>> entries, BatchResult result) throws SQLException {
        var savepoint = connection.setSavepoint();
        try {
            var written = tables.write(connection, entries);
            connection.releaseSavepoint(savepoint);
            result.stored(tables.table(), written, entries.size() - written);
            entries.forEach(entry -> subject.apply(entry.value()).ifPresent(result::arrived));
            return;
        } catch (SQLException e) {
            if (!SqlFaults.isDataError(e)) {
                throw e;
            }
            blame(entries, SqlFaults.answer(e), result);
        } catch (RuntimeException e) {
            // a value that the code was not made for; the same record would fail for ever
            blame(entries, e, result);
        }
        connection.rollback(savepoint);
        if (entries.size() > 1) {
            var middle = entries.size() / 2;
            write(connection, entries.subList(0, middle), result);
            write(connection, entries.subList(middle, entries.size()), result);
        }
    }

    private void blame(List<Entry<V>> entries, Exception fault, BatchResult result) {
        if (entries.size() == 1) {
            result.failed(new Letter(entries.get(0).record(), fault));
        } else {
            log.atDebug().setCause(fault).addKeyValue("records", entries.size()).log("batch is halved");
        }
    }
}
