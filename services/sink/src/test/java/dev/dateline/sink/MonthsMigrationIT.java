package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables of the version before, with rows of several months, become tables of months. */
class MonthsMigrationIT {
    private static EmbeddedDatabase postgres;
    private static Connection connection;

    @BeforeAll
    static void begin() throws Exception {
        postgres = EmbeddedDatabase.temporary();
        connection = DriverManager.getConnection(postgres.url());
        migrate("8");
        run("""
                INSERT INTO article (article_id, version, event, status, url, story_id, source_id, title, text, authors, fetched_at,
                    event_time, language, provenance, keywords, paywalled, content_hash, extractor_version, taxonomy_version,
                    ingested_at, record_partition, record_offset)
                VALUES ('a', 2, 'UPDATED', 'LIVE', 'https://news.example/a', 'a', 's', 'Title', 'Text', '{}', '2009-05-01Z',
                    '2009-05-01Z', 'en', '{}', '{}', false, 'hash', 'x', '1', '2026-03-31 23:59:59Z', 0, 2)""");
        for (var version : List.of("1, '2026-01-15Z'", "2, '2026-06-01Z'")) {
            run("""
                    INSERT INTO article_version (version, stored_at, article_id, event, status, title, text, authors, fetched_at, provenance,
                        content_hash, taxonomy_version, record_partition, record_offset)
                    VALUES (%s, 'a', 'CREATED', 'LIVE', 'Title', 'Text', '{}', '2009-05-01Z', '{}', 'hash', '1', 0, 1)""".formatted(version));
        }
        run("INSERT INTO disposition (stage, topic, topic_partition, topic_offset, article_id, outcome, at)"
                + " SELECT 'clean', 't', 0, row_number() OVER (), 'a', 'KEPT', month::timestamptz"
                + " FROM unnest('{2025-12-31 23:59:59Z, 2026-01-01Z, 2026-01-31Z}'::text[]) month");
        run("CREATE ROLE reader; GRANT SELECT ON article_version, disposition, v_stage_outcome TO reader");
        migrate("latest");
    }

    @AfterAll
    static void end() throws Exception {
        connection.close();
        postgres.close();
    }

    @Test
    void shouldPutEveryVersionIntoTheMonthInWhichItCameInAsFarAsThatIsKnown() throws Exception {
        assertThat(column("SELECT version || ' ' || tableoid::regclass FROM article_version ORDER BY version"))
                .containsExactly("1 article_version_2026_01", "2 article_version_2026_03");
    }

    @Test
    void shouldPutEveryDispositionIntoItsMonth() throws Exception {
        assertThat(column("SELECT topic_offset || ' ' || tableoid::regclass FROM disposition ORDER BY topic_offset"))
                .containsExactly("1 disposition_2025_12", "2 disposition_2026_01", "3 disposition_2026_01");
        assertThat(column("SELECT records FROM v_stage_outcome")).containsExactly("3");
    }

    @Test
    void shouldLetThoseReadWhoDidBefore() throws Exception {
        assertThat(column("SELECT has_table_privilege('reader', name, 'SELECT')"
                        + " FROM unnest('{article_version, disposition, v_stage_outcome}'::text[]) name"))
                .containsExactly("t", "t", "t");
        assertThat(column("SELECT indexname FROM pg_indexes WHERE tablename IN ('disposition', 'article_version')"))
                .containsExactlyInAnyOrder(
                        "article_version_pkey",
                        "disposition_pkey",
                        "disposition_article",
                        "disposition_source",
                        "disposition_at");
    }

    @Test
    void shouldSayOfEveryColumnWhatTheOldTableSaid() throws Exception {
        assertThat(column("SELECT col_description('disposition'::regclass, attnum) FROM pg_attribute"
                        + " WHERE attrelid = 'disposition'::regclass AND attname = 'at'"))
                .containsExactly("Ingest time of the record");
        assertThat(
                        column(
                                "SELECT count(*) FROM pg_constraint WHERE conrelid = 'article_version'::regclass AND contype = 'c'"))
                .containsExactly("2");
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(postgres.url(), null, null)
                .locations("classpath:dateline/sink/migrations")
                .target(version)
                .load()
                .migrate();
    }

    private static void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
