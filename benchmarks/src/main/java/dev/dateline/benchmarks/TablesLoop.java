package dev.dateline.benchmarks;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.sink.database.StoredOffsets;
import dev.dateline.sink.database.StoredOffsets.LastRecord;
import dev.dateline.sink.database.StoredOffsets.Position;
import dev.dateline.sink.database.StoredOffsets.Step;
import dev.dateline.sink.table.ArticleTables;
import dev.dateline.sink.table.DispositionTable;
import dev.dateline.sink.table.DuplicateTable;
import dev.dateline.sink.table.Entry;
import dev.dateline.sink.table.TopicTables;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to PostgreSQL as the sink does (a fence, a savepoint, rows, a commit, 500 records at a time), and then the very rows
 * that came of them, under other keys, by COPY in one transaction: the same tables, the same indexes, the same server, one after the
 * other within each round. Prints how fast the sink is beside COPY, the median over the rounds, by time and by the processor time of
 * both ends; fails when one is below its bar.
 *
 * <p>The tables begin with so many articles (20,000 unless told otherwise), so that indexes are not empty.
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.TablesLoop [articles]}
 */
public final class TablesLoop {
    private static final double LEAST = 0.3;
    private static final int ROUNDS = 7;
    private static final int BATCH = 500;
    private static final String GROUP = "benchmark";
    private static final TopicPartition PARTITION = new TopicPartition("benchmark", 7);

    private final Connection connection;
    private final long server;
    private final StoredOffsets offsets = new StoredOffsets(GROUP);
    private long next;

    private TablesLoop(Connection connection) throws SQLException {
        this.connection = connection;
        this.server = backend(connection);
        connection.setAutoCommit(false);
        offsets.create(connection, Map.of(PARTITION, new Position(0, "cluster", "topic", null)));
        connection.commit();
    }

    /**
     * One kind of record.
     *
     * @param what its name
     * @param records how many a round has
     * @param tables what writes it
     * @param draw makes one, given its offset
     * @param rows the tables that its rows are in, each with the condition for those of one round, whose first offset is %1$d
     */
    private record Kind<V>(
            String what, int records, TopicTables<V> tables, LongFunction<V> draw, Map<String, String> rows) {}

    /** How long something took, and what it cost both ends together. */
    private record Cost(long nanos, long processor) {}

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        var articles = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        boolean good;
        try (var database = EmbeddedDatabase.temporary()) {
            StoredNews.fill(database.url(), articles);
            try (var connection = DriverManager.getConnection(database.url())) {
                good = new TablesLoop(connection).run();
            }
        }
        System.exit(good ? 0 : 1);
    }

    private boolean run() throws Exception {
        var records = new StoredRecords();
        var stored = "record_partition = " + PARTITION.partition() + " AND record_offset BETWEEN %1$d AND 999999999";
        var tagged = "article_id IN (SELECT article_id FROM article WHERE " + stored + ")";
        var good = measure(new Kind<>(
                "articles",
                2_000,
                new ArticleTables(),
                offset -> records.original(),
                Map.of("article", stored, "article_version", stored, "region_tag", tagged, "theme_tag", tagged)));
        good &= measure(new Kind<>(
                "copies", 2_000, new DuplicateTable(), offset -> records.copy(), Map.of("duplicate", stored)));
        good &= measure(new Kind<>(
                "traces",
                10_000,
                new DispositionTable(),
                records::trace,
                Map.of("disposition", "topic_offset BETWEEN %1$d AND 999999999")));
        return good;
    }

    private <V> boolean measure(Kind<V> kind) throws Exception {
        var byTime = new double[ROUNDS];
        var byProcessor = new double[ROUNDS];
        var micros = new double[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) {
            var first = next;
            var entries = entries(kind);
            var sink = cost(() -> write(kind, entries));
            var copied = copied(kind, first);
            var copy = cost(() -> copy(copied));
            if (round >= 0) {
                byTime[round] = (double) copy.nanos() / sink.nanos();
                byProcessor[round] = (double) copy.processor() / sink.processor();
                micros[round] = sink.nanos() / 1e3 / kind.records();
            }
        }
        System.out.printf(
                "%s: %.2f of the speed of COPY by time, %.2f by processor time (bar: %.1f); %.0f microseconds each%n",
                kind.what(), median(byTime), median(byProcessor), LEAST, median(micros));
        return median(byTime) >= LEAST;
    }

    private <V> List<Entry<V>> entries(Kind<V> kind) {
        var now = System.currentTimeMillis();
        var entries = new ArrayList<Entry<V>>();
        for (var i = 0; i < kind.records(); i++) {
            var offset = next++;
            var record = new ConsumerRecord<String, byte[]>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    offset,
                    now,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    "",
                    new byte[0],
                    new RecordHeaders(),
                    Optional.empty());
            entries.add(new Entry<>(record, kind.draw().apply(offset)));
        }
        return entries;
    }

    private <V> void write(Kind<V> kind, List<Entry<V>> entries) throws Exception {
        for (var from = 0; from < entries.size(); from += BATCH) {
            var batch = entries.subList(from, Math.min(entries.size(), from + BATCH));
            offsets.advance(connection, List.of(step(batch)));
            var savepoint = connection.setSavepoint();
            kind.tables().write(connection, batch);
            connection.releaseSavepoint(savepoint);
            connection.commit();
        }
    }

    private static Step step(List<? extends Entry<?>> batch) {
        var first = batch.get(0).record();
        var last = batch.get(batch.size() - 1).record();
        return new Step(PARTITION, first.offset(), last.offset() + 1, new LastRecord(last.offset(), last.timestamp()));
    }

    private List<CopiedRows> copied(Kind<?> kind, long first) throws Exception {
        var copied = new ArrayList<CopiedRows>();
        for (var table : List.of("article", "article_version", "region_tag", "theme_tag", "duplicate", "disposition")) {
            @Nullable String which = kind.rows().get(table);
            if (which != null) {
                copied.add(CopiedRows.of(connection, table, which.formatted(first)));
            }
        }
        connection.commit();
        return copied;
    }

    private void copy(List<CopiedRows> tables) throws Exception {
        for (var rows : tables) {
            rows.write(connection);
        }
        connection.commit();
    }

    /** What may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private Cost cost(Work work) throws Exception {
        var thread = ManagementFactory.getThreadMXBean();
        long processor = thread.getCurrentThreadCpuTime() + serverTime();
        long begun = System.nanoTime();
        work.run();
        long nanos = System.nanoTime() - begun;
        return new Cost(nanos, thread.getCurrentThreadCpuTime() + serverTime() - processor);
    }

    private long serverTime() {
        return ProcessHandle.of(server)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow()
                .toNanos();
    }

    private static long backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
