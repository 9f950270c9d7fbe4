package dev.dateline.standalone.export;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.database.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database with the sink's tables, and articles as it writes them. */
final class StoredNews implements AutoCloseable {
    private static final String ARTICLES = """
            INSERT INTO article (article_id, version, event, status, url, story_id, source_id, outlet, outlet_country, title, text,
                authors, fetched_at, event_time, language, provenance, keywords, paywalled, content_hash, extractor_version,
                taxonomy_version, ingested_at, record_partition, record_offset)
            SELECT ? || n, 1, 'CREATED', 'LIVE', 'https://news.example/' || n, ? || n, 'steppe', 'Steppe, Herald', 'KZ', ?, ?,
                   '{A. Author,B|C}', at, at, 'en', '{}', '{}', false, 'hash', 'test', 'test', at, 0, 0
              FROM generate_series(1, ?) n, LATERAL (SELECT timestamptz '2026-03-01T12:00:00Z' - n * interval '1 minute' AS at) t""";
    private static final String VERSIONS = """
            INSERT INTO article_version (article_id, version, event, status, title, text, authors, fetched_at, provenance,
                content_hash, taxonomy_version, record_partition, record_offset)
            SELECT article_id, 1, event, status, title, text, authors, fetched_at, provenance, content_hash, taxonomy_version, 0, 0
              FROM article WHERE starts_with(article_id, ?)""";
    private static final String REGIONS = """
            INSERT INTO region_tag (article_id, event_time, code, role, score, evidence)
            SELECT article_id, event_time, ?, ?, 0.9, '[{"field": "TEXT", "start": 0, "end": 3, "text": "The"}]'
              FROM article WHERE starts_with(article_id, ?)""";

    final EmbeddedDatabase postgres = EmbeddedDatabase.temporary();
    final Connection connection;

    StoredNews() throws StartException, SQLException {
        var sink = SinkConfig.from(new SettingsLoader(SinkConfig.SETTINGS)
                .set(SinkConfig.URL.key(), postgres.url())
                .load());
        try (var database = new Database(sink)) {
            database.open();
        }
        connection = DriverManager.getConnection(postgres.url());
    }

    /** Adds articles whose ids are a name and a number from 1, each older than the one before. */
    void articles(String name, int count, String title, String text) throws SQLException {
        run(ARTICLES, name, name, title, text, count);
        run(VERSIONS, name);
    }

    /** Tags all articles of a name. */
    void region(String name, String code, String role) throws SQLException {
        run(REGIONS, code, role, name);
    }

    void run(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        postgres.close();
    }
}
