package dev.dateline.sink.table;

import dev.dateline.schema.Disposition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What became of each record at each stage. The first trace of a record stands; old ones are deleted. */
public final class DispositionTable implements TopicTables<Disposition> {
    private static final String TABLE = "disposition";
    private static final String INSERT = """
            INSERT INTO disposition (stage, topic, topic_partition, topic_offset, article_id, url, source_id,
                                     outcome, reason, detail, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String DELETE = """
            DELETE FROM disposition
             WHERE ctid = ANY (ARRAY(SELECT ctid FROM disposition WHERE at < ? ORDER BY at LIMIT ?))""";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public int write(Connection connection, List<Entry<Disposition>> entries) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            var row = new Parameters(statement);
            for (var entry : entries) {
                var trace = entry.value();
                row.text(trace.getStage())
                        .text(trace.getTopic())
                        .number(trace.getPartition())
                        .number(trace.getOffset())
                        .text(trace.getArticleId())
                        .text(trace.getUrl())
                        .text(trace.getSourceId())
                        .text(trace.getOutcome())
                        .text(trace.getReason())
                        .text(trace.getDetail())
                        .time(trace.getAt())
                        .addRow();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        }
    }

    /** Deletes traces from before a time, at most {@code limit} of them, oldest first; gives how many. */
    public static int deleteBefore(Connection connection, Instant time, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(DELETE)) {
            new Parameters(statement).time(time).number(limit);
            return statement.executeUpdate();
        }
    }
}
