package dev.dateline.sink;

import static dev.dateline.sink.SinkRecords.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.schema.Disposition;
import dev.dateline.sink.table.ArticleTables;
import dev.dateline.sink.table.DispositionTable;
import dev.dateline.sink.table.DuplicateTable;
import dev.dateline.sink.table.OldArticles;
import dev.dateline.sink.table.StoryTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables that are split by months. Tests share one database, and each has articles and months of its own. */
class MonthsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static TablesHarness tables;

    @BeforeAll
    static void begin() throws Exception {
        tables = new TablesHarness();
    }

    @AfterAll
    static void end() throws Exception {
        tables.close();
    }

    @Test
    void shouldHaveThisMonthAndTheNextFromTheBeginning() throws Exception {
        for (var table : List.of("disposition", "article_version")) {
            assertThat(tables.query(
                            "SELECT to_regclass('" + table + "_' || to_char(moment AT TIME ZONE 'UTC', 'YYYY_MM'))"
                                    + " IS NOT NULL FROM (VALUES (now()), (now() + interval '1 month')) t (moment)"))
                    .containsExactly("t", "t");
        }
    }

    @Test
    void shouldStoreWhatIsOfAnyMonth() throws Exception {
        write(List.of(trace("ancient", "2009-03-31T23:59:59.999Z"), trace("later", "2009-04-01T00:00:00Z")));

        assertThat(tables.query(
                        "SELECT tableoid::regclass, article_id FROM disposition WHERE at < '2010-01-01' ORDER BY 1"))
                .containsExactly("disposition_2009_03|ancient", "disposition_2009_04|later");
    }

    @Test
    void shouldMakeAMonthOnceWhenSeveralSinksNeedIt() throws Exception {
        try (var early = tables.connect();
                var late = tables.connect()) {
            DispositionTable.MONTHS.add(early, Stream.of(Instant.parse("2010-05-05T00:00:00Z")));
            var other = CompletableFuture.runAsync(() -> write(late, trace("second", "2010-05-06T00:00:00Z")));
            await().atMost(PATIENCE).until(MonthsIT::somebodyWaits);
            write(early, trace("first", "2010-05-05T00:00:00Z"));
            other.get();
        }

        assertThat(tables.query("SELECT article_id FROM disposition_2010_05 ORDER BY 1"))
                .containsExactly("first", "second");
    }

    @Test
    void shouldNotHoldUpWritersWhileAMonthIsMade() throws Exception {
        try (var maker = tables.connect()) {
            DispositionTable.MONTHS.add(maker, Stream.of(Instant.parse("2011-05-05T00:00:00Z")));

            write(List.of(trace("unhindered", Instant.now().toString())));
        }

        assertThat(tables.query("SELECT count(*) FROM disposition WHERE article_id = 'unhindered'"))
                .containsExactly("1");
    }

    @Test
    void shouldDropMonthsThatAreOverAndNoOthers() throws Exception {
        write(List.of(trace("over", "2012-01-15T00:00:00Z"), trace("kept", "2012-02-01T00:00:00Z")));

        DispositionTable.MONTHS.dropBefore(tables.connection(), Instant.parse("2012-02-20T00:00:00Z"));

        assertThat(tables.query("SELECT article_id FROM disposition WHERE at BETWEEN '2012-01-01' AND '2012-12-31'"))
                .containsExactly("kept");
        assertThat(tables.query("SELECT to_regclass('disposition_2012_01')")).containsExactly("null");
    }

    @Test
    void shouldLetALongReaderFinishBeforeAMonthIsDropped() throws Exception {
        write(List.of(trace("read", "2008-01-15T00:00:00Z")));
        var end = Instant.parse("2008-02-01T00:00:00Z");
        try (var reader = tables.connect();
                var statement = reader.createStatement()) {
            statement.execute("SELECT count(*) FROM disposition");
            DispositionTable.MONTHS.dropBefore(tables.connection(), end);

            assertThat(tables.query("SELECT article_id FROM disposition WHERE at < '2008-02-01'"))
                    .containsExactly("read");
        }
        DispositionTable.MONTHS.dropBefore(tables.connection(), end);

        assertThat(tables.query("SELECT article_id FROM disposition WHERE at < '2008-02-01'"))
                .isEmpty();
    }

    @Test
    void shouldKeepOneRowOfAVersionWhicheverWayItComes() throws Exception {
        var articles = new ArticleTables();
        var first = Instant.parse("2026-03-31T12:00:00Z");
        articles.write(
                tables.connection(), List.of(tables.entry(article("again", 1).build(), first)));
        var newer = article("again", 1).setTaxonomyVersion("2026-09").build();

        articles.write(tables.connection(), List.of(tables.entry(newer, Instant.parse("2026-09-01T12:00:00Z"))));
        tables.connection().commit();

        assertThat(tables.query("SELECT version, taxonomy_version, tableoid::regclass FROM article_version"
                        + " WHERE article_id = 'again'"))
                .containsExactly("1|2026-09|article_version_2026_03");
    }

    @Test
    void shouldEmptyVersionsOfEveryMonthOnceTheArticleIsWithdrawn() throws Exception {
        var articles = new ArticleTables();
        articles.write(
                tables.connection(),
                List.of(tables.entry(article("gone", 1).build(), Instant.parse("2026-02-01T12:00:00Z"))));
        articles.write(
                tables.connection(),
                List.of(tables.entry(
                        SinkRecords.withdrawal("gone", 2).build(), Instant.parse("2026-08-01T12:00:00Z"))));
        tables.connection().commit();

        assertThat(tables.query("SELECT tableoid::regclass, title || text FROM article_version"
                        + " WHERE article_id = 'gone' ORDER BY version"))
                .containsExactly("article_version_2026_02|", "article_version_2026_08|");
    }

    @Test
    void shouldWriteAllVersionsOfAnArticleThatComeInOneBatch() throws Exception {
        var batch = Stream.of(1, 3, 2)
                .map(version -> tables.entry(article("batch", version).build(), Instant.now()))
                .toList();

        var changes = new ArticleTables().write(tables.connection(), batch);
        tables.connection().commit();

        assertThat(changes).isEqualTo(2);
        assertThat(tables.query("SELECT version FROM article WHERE article_id = 'batch'"))
                .containsExactly("3");
        assertThat(tables.query("SELECT version FROM article_version WHERE article_id = 'batch' ORDER BY 1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void shouldDeleteOldArticlesWithAllThatIsTheirs() throws Exception {
        var old = Instant.parse("2007-01-01T00:00:00Z");
        for (var each : List.of("aged", "fresh")) {
            var at = each.equals("aged") ? old : Instant.now();
            new ArticleTables()
                    .write(
                            tables.connection(),
                            List.of(tables.entry(article(each, 1).build(), at)));
            new DuplicateTable()
                    .write(
                            tables.connection(),
                            List.of(tables.entry(
                                    SinkRecords.duplicate(each + "-copy", each).build(), at)));
            new StoryTables()
                    .write(tables.connection(), List.of(tables.entry(SinkRecords.story(each, each + "-copy"), at)));
        }

        OldArticles.deleteBefore(tables.connection(), Instant.parse("2008-01-01T00:00:00Z"), 1_000);

        assertThat(tables.query("SELECT (SELECT count(*) FROM article WHERE article_id = id),"
                        + " (SELECT count(*) FROM article_version WHERE article_id = id),"
                        + " (SELECT count(*) FROM region_tag WHERE article_id = id),"
                        + " (SELECT count(*) FROM duplicate WHERE story_id = id),"
                        + " (SELECT count(*) FROM story_copy WHERE story_id = id)"
                        + " FROM (VALUES ('aged'), ('fresh')) t (id)"))
                .containsExactly("0|0|0|0|0", "1|1|2|1|1");
    }

    @Test
    void shouldStopASinkOfTheVersionBefore() throws Exception {
        try (var older = tables.connect();
                var statement = older.createStatement()) {
            statement.execute("SET application_name = 'dateline-sink'");

            assertThatThrownBy(() -> statement.execute("DELETE FROM disposition WHERE at < now() - interval '14 days'"))
                    .hasMessageContaining("older than the tables");
        }
    }

    @Test
    void shouldFindTracesAndVersionsByIndexInEveryMonth() throws Exception {
        tables.execute("SET enable_seqscan = off");
        for (var query : List.of(
                "SELECT * FROM disposition WHERE article_id = 'a' ORDER BY at DESC LIMIT 50",
                "SELECT * FROM disposition WHERE source_id = 'a' ORDER BY at DESC LIMIT 50",
                "SELECT * FROM article_version WHERE article_id = 'a' ORDER BY version",
                "SELECT * FROM article_version WHERE article_id = 'a' AND version = 1")) {
            assertThat(tables.query("EXPLAIN " + query))
                    .as(query)
                    .anyMatch(line -> line.contains("Index"))
                    .noneMatch(line -> line.contains("Seq Scan"))
                    .noneMatch(line -> query.contains("LIMIT") && line.contains("Sort "));
        }
        tables.execute("SET enable_seqscan = on");
    }

    private static boolean somebodyWaits() throws SQLException {
        return !tables.query("SELECT 1 FROM pg_locks WHERE NOT granted").isEmpty();
    }

    private static Disposition trace(String article, String at) {
        return Disposition.newBuilder(SinkRecords.disposition(article, article.hashCode()))
                .setAt(Instant.parse(at))
                .build();
    }

    private static void write(List<Disposition> traces) {
        traces.forEach(trace -> write(tables.connection(), trace));
    }

    private static void write(Connection connection, Disposition trace) {
        try {
            new DispositionTable().write(connection, List.of(tables.entry(trace, trace.getAt())));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
