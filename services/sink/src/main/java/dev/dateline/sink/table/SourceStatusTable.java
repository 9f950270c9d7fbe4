package dev.dateline.sink.table;

import dev.dateline.schema.SourceStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** How each source is doing. */
public final class SourceStatusTable implements TopicTables<SourceStatus> {
    private static final Upsert STATUS = new Upsert(
            "source_status",
            List.of("source_id"),
            List.of(
                    "name",
                    "url",
                    "state",
                    "last_attempt",
                    "last_success",
                    "next_attempt",
                    "http_status",
                    "consecutive_failures",
                    "items",
                    "articles",
                    "problem",
                    "record_partition",
                    "record_offset"),
            Upsert.byOffset("source_status"));

    @Override
    public String table() {
        return STATUS.table();
    }

    @Override
    public int write(Connection connection, List<Entry<SourceStatus>> entries) throws SQLException {
        try (var statement = connection.prepareStatement(STATUS.sql())) {
            var row = new Parameters(statement);
            for (var entry : entries) {
                var status = entry.value();
                row.text(status.getSourceId())
                        .text(status.getName())
                        .text(status.getUrl())
                        .text(status.getState())
                        .time(status.getLastAttempt())
                        .time(status.getLastSuccess())
                        .time(status.getNextAttempt())
                        .number(status.getHttpStatus())
                        .number(status.getConsecutiveFailures())
                        .number(status.getItems())
                        .number(status.getArticles())
                        .text(status.getProblem())
                        .position(entry)
                        .addRow();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        }
    }
}
