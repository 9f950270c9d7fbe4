package dev.dateline.sink.table;

import dev.dateline.schema.Disposition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What became of each record at each stage. The first trace of a record stands. */
public final class DispositionTable implements TopicTables<Disposition> {
    /** In months of {@code at}, which is a function of the record and so of the key. */
    public static final Months MONTHS = new Months("disposition");

    private static final Insert TRACE = Insert.ifAbsent(
            MONTHS.table(),
            Column.of(
                    "stage text",
                    "topic text",
                    "topic_partition integer",
                    "topic_offset bigint",
                    "article_id text",
                    "url text",
                    "source_id text",
                    "outcome text",
                    "reason text",
                    "detail text",
                    "at timestamptz"));

    @Override
    public String table() {
        return TRACE.table();
    }

    @Override
    public int write(Connection connection, List<Entry<Disposition>> entries) throws SQLException {
        MONTHS.add(connection, entries.stream().map(entry -> entry.value().getAt()));
        var rows = TRACE.rows();
        entries.forEach(entry -> add(rows, entry.value()));
        return TRACE.write(connection, rows);
    }

    private static void add(Rows rows, Disposition trace) {
        rows.text(trace.getStage())
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
                .endRow();
    }
}
