package dev.dateline.sink;

import dev.dateline.sink.database.Database;
import dev.dateline.sink.database.StoredOffsets.FencedException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Stores what one poll gave in one transaction: offsets first, which is the fence, then the rows. */
final class BatchWriter {
    private final Database database;
    private final List<StoredTopic<?>> topics;
    private final DeadLetterSender deadLetters;
    private final SinkMetrics metrics;

    /** Makes a writer; topics are written in the order given. */
    BatchWriter(Database database, List<StoredTopic<?>> topics, DeadLetterSender deadLetters, SinkMetrics metrics) {
        this.database = database;
        this.topics = List.copyOf(topics);
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Stores a batch; after an exception nothing of it is stored, unless the answer to the commit was lost. */
    void write(ConsumerRecords<String, byte[]> records, Assignment assignment) throws SQLException, FencedException {
        var connection = database.connection();
        var result = new BatchResult();
        assignment.advance(connection, records);
        for (var topic : topics) {
            topic.store(connection, records.records(topic.topic().name()), result);
        }
        deadLetters.send(result.letters());
        connection.commit();
        assignment.advanced(records);
        result.count(metrics);
    }
}
