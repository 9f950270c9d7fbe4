package dev.dateline.sink;

import dev.dateline.sink.database.Database;
import dev.dateline.sink.database.StoredOffsets.FencedException;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What the sink does in the database, each in a transaction of its own. After an exception nothing of it is stored. */
final class Storage {
    private final Database database;
    private final List<StoredTopic<?>> topics;
    private final DeadLetterSender deadLetters;
    private final Retention retention;
    private final SinkMetrics metrics;

    /** Makes it; topics are written in the order given. */
    Storage(
            Database database,
            List<StoredTopic<?>> topics,
            DeadLetterSender deadLetters,
            Retention retention,
            SinkMetrics metrics) {
        this.database = database;
        this.topics = List.copyOf(topics);
        this.deadLetters = deadLetters;
        this.retention = retention;
        this.metrics = metrics;
    }

    /** Puts parked partitions where the database says. */
    void place(Assignment assignment) throws SQLException, BadPositionException {
        if (assignment.hasParked()) {
            assignment.place(database.connection());
        }
    }

    /**
     * Stores what one poll gave: offsets first, which is the fence, then rows, then letters, then the commit. When the answer
     * to the commit is lost, the batch may be stored all the same; whoever places the partitions again finds out.
     */
    void write(ConsumerRecords<String, byte[]> records, Assignment assignment) throws SQLException, FencedException {
        assignment.read(records);
        if (records.isEmpty()) {
            return;
        }
        var connection = database.connection();
        var result = new BatchResult();
        assignment.advance(connection);
        for (var topic : topics) {
            topic.store(connection, records.records(topic.topic().name()), result);
        }
        deadLetters.send(result.letters());
        connection.commit();
        assignment.advanced();
        result.count(metrics);
    }

    /**
     * Now and then lets go of what is too old, and moves stored offsets over markers behind the last record: when retention has
     * emptied an idle topic, nothing must seem to be lost.
     */
    void tidy(Assignment assignment) throws SQLException, FencedException {
        if (retention.isDue()) {
            assignment.advance(database.connection());
            database.connection().commit();
            assignment.advanced();
            retention.apply(database.connection());
        }
    }

    /** Lets go of the connection after a fault. */
    void giveUp() {
        database.discard();
    }
}
