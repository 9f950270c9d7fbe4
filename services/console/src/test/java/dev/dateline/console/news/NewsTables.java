package dev.dateline.console.news;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sink's real tables, made by its own migrations, with rows as it writes them. */
public final class NewsTables {
    private static final Path MIGRATIONS = Path.of("../sink/src/main/resources/dateline/sink/migrations");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final String EVIDENCE = "[{\"field\": \"TEXT\", \"start\": 0, \"end\": 3, \"text\": \"The\"}]";

    private final Connection connection;

    public NewsTables(Connection connection) throws SQLException, IOException {
        this.connection = connection;
        for (var migration : migrations()) {
            run(Files.readString(migration));
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(MIGRATIONS)) {
            return files.filter(file -> name(file).matches())
                    .sorted(Comparator.comparing(NewsTables::version))
                    .toList();
        }
    }

    private static Matcher name(Path file) {
        return NAME.matcher(file.getFileName().toString());
    }

    private static int version(Path file) {
        var name = name(file);
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    public void article(String id, Instant at, String language, String title, String text) throws SQLException {
        run("""
                INSERT INTO article (article_id, version, event, status, url, story_id, source_id, outlet, outlet_country, title,
                    text, authors, published, fetched_at, event_time, language, provenance, keywords, paywalled, content_hash,
                    extractor_version, taxonomy_version, ingested_at, record_partition, record_offset)
                VALUES (?, 1, 'CREATED', 'LIVE', 'https://news.example/' || ?, ?, 'steppe-herald', 'Steppe Herald', 'KZ', ?,
                    ?, '{}', ?, ?, ?, ?, '{}', '{}', false, 'hash', 'test', 'test', ?, 0, 0)""", id, id, id, title, text, at, at, at, language, at);
        version(id, 1, at, title, text);
    }

    public void version(String id, int version, Instant at, String title, String text) throws SQLException {
        run("""
                INSERT INTO article_version (article_id, version, event, status, title, text, authors, fetched_at, provenance,
                    content_hash, taxonomy_version, record_partition, record_offset)
                VALUES (?, ?, 'CREATED', 'LIVE', ?, ?, '{}', ?, '{}', 'hash', 'test', 0, 0)""", id, version, title, text, at);
    }

    public void region(String id, String code, String role) throws SQLException {
        run("""
                INSERT INTO region_tag (article_id, event_time, code, role, score, evidence)
                SELECT article_id, event_time, ?, ?, 0.9, ?::jsonb FROM article WHERE article_id = ?""", code, role, EVIDENCE, id);
    }

    public void theme(String id, String code) throws SQLException {
        run("""
                INSERT INTO theme_tag (article_id, event_time, code, score, evidence)
                SELECT article_id, event_time, ?, 0.8, ?::jsonb FROM article WHERE article_id = ?""", code, EVIDENCE, id);
    }

    public void copy(String id, String original, Instant at) throws SQLException {
        run("""
                INSERT INTO duplicate (article_id, version, event, status, duplicate_of, story_id, kind, similarity, containment,
                    url, source_id, title, text, authors, fetched_at, event_time, language, provenance, content_hash,
                    ingested_at, record_partition, record_offset)
                VALUES (?, 1, 'CREATED', 'LIVE', ?, ?, 'WIRE_COPY', 0.97, 1, 'https://copy.example/' || ?, 'wire', 'A copy',
                    'The same.', '{}', ?, ?, 'en', '{}', 'hash', ?, 0, 0)""", id, original, original, id, at, at, at);
        run("""
                INSERT INTO story (story_id, title, url, status, first_seen, last_seen, copy_count, record_partition,
                    record_offset)
                SELECT article_id, title, url, 'LIVE', fetched_at, ?, 1, 0, 0 FROM article WHERE article_id = ?""", at, original);
        run("""
                INSERT INTO story_copy (story_id, article_id, place, url, seen_at, similarity, kind, status)
                VALUES (?, ?, 1, 'https://copy.example/' || ?, ?, 0.97, 'WIRE_COPY', 'LIVE')""", original, id, id, at);
    }

    /** As the sink empties what was taken down. */
    public void withdraw(String id) throws SQLException {
        run(
                "UPDATE article SET status = 'WITHDRAWN', title = '', text = '', withdrawn_reason = '410' WHERE article_id = ?",
                id);
        run("UPDATE article_version SET title = '', text = '' WHERE article_id = ?", id);
        run("DELETE FROM region_tag WHERE article_id = ?", id);
        run("DELETE FROM theme_tag WHERE article_id = ?", id);
    }

    public void run(String sql, @Nullable Object... parameters) throws SQLException {
        if (parameters.length == 0) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                var value = parameters[i];
                statement.setObject(i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
            statement.execute();
        }
    }
}
