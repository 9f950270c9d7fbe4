package dev.dateline.sink.table;

import dev.dateline.schema.SourceStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How each source is doing. */
public final class SourceStatusTable implements TopicTables<SourceStatus> {
    private static final Upsert STATUS = new Upsert(
            "source_status",
            Column.of("source_id text"),
            Column.of(
                    "name text",
                    "url text",
                    "state text",
                    "last_attempt timestamptz",
                    "last_success timestamptz",
                    "next_attempt timestamptz",
                    "http_status integer",
                    "consecutive_failures integer",
                    "items integer",
                    "articles bigint",
                    "problem text",
                    "record_partition integer",
                    "record_offset bigint"),
            Upsert.byOffset("source_status"));

    @Override
    public String table() {
        return STATUS.table();
    }

    @Override
    public int write(Connection connection, List<Entry<SourceStatus>> entries) throws SQLException {
        var written = 0;
        for (var wave : Waves.of(entries, entry -> entry.value().getSourceId())) {
            var rows = STATUS.rows();
            wave.forEach(entry -> add(rows, entry));
            written += STATUS.write(connection, rows);
        }
        return written;
    }

    private static void add(Rows rows, Entry<SourceStatus> entry) {
        var status = entry.value();
        rows.text(status.getSourceId())
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
                .endRow();
    }
}
