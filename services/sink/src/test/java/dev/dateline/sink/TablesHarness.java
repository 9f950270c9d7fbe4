package dev.dateline.sink;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig.Keeping;
import dev.dateline.sink.database.Database;
import dev.dateline.sink.table.Entry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** The sink's tables in a real PostgreSQL, without a broker. */
final class TablesHarness implements AutoCloseable {
    private final EmbeddedDatabase postgres = EmbeddedDatabase.temporary();
    private final Connection connection;
    private long offset;

    TablesHarness() throws StartException, SQLException {
        var config = new SinkConfig(
                postgres.url(),
                "",
                "",
                "test",
                10,
                Duration.ofSeconds(1),
                new Keeping(Duration.ofDays(14), Duration.ofDays(400), Optional.empty()));
        try (var database = new Database(config)) {
            database.open();
        }
        connection = connect();
    }

    /** A session of its own, as each sink has one. */
    Connection connect() throws SQLException {
        var opened = DriverManager.getConnection(postgres.url());
        opened.setAutoCommit(false);
        return opened;
    }

    Connection connection() {
        return connection;
    }

    /** A record of the next offset, which came into Kafka then. */
    <V> Entry<V> entry(V value, Instant ingested) {
        var record = new ConsumerRecord<String, byte[]>(
                "test",
                0,
                offset++,
                ingested.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "",
                new byte[0],
                new RecordHeaders(),
                Optional.empty());
        return new Entry<>(record, value);
    }

    /** The rows of a query, their columns joined by a bar. */
    List<String> query(String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var columns = new ArrayList<String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
        }
        connection.commit();
        return rows;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        postgres.close();
    }
}
