package dev.dateline.benchmarks;

import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.SinkConfig.Keeping;
import dev.dateline.sink.database.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.postgresql.PGConnection;

/**
 * Fills the sink's tables with articles as they come in: half a minute apart, in ten languages, with words by Zipf's law and one to
 * five regions and none to four themes each, whose commonness falls by Zipf's law too.
 */
final class StoredNews {
    private static final int CHUNK = 20_000;
    private static final int TITLE_WORDS = 9;
    private static final int REGIONS = 250;
    private static final int THEMES = 1_000;
    private static final int OUTLETS = 400;
    private static final Instant NEWEST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration APART = Duration.ofSeconds(30);
    private static final List<String> LANGUAGES =
            List.of("en", "en", "en", "en", "ru", "ru", "ru", "kk", "de", "fr", "tr", "es", "uz", "ky");
    private static final List<String> ROLES =
            List.of("ABOUT", "ABOUT", "ABOUT", "MENTIONED", "MENTIONED", "MENTIONED", "DATELINE", "PUBLISHER");
    private static final String ARTICLE =
            "COPY article (article_id, version, event, status, url, story_id, source_id, outlet, title,"
                    + " text, authors, fetched_at, event_time, language, provenance, keywords, paywalled, content_hash, extractor_version,"
                    + " taxonomy_version, ingested_at, record_partition, record_offset) FROM STDIN";
    private static final String REGION =
            "COPY region_tag (article_id, event_time, code, role, score, evidence) FROM STDIN";
    private static final String THEME = "COPY theme_tag (article_id, event_time, code, score, evidence) FROM STDIN";

    private static final Keeping FOR_GOOD = new Keeping(Duration.ofDays(14), Duration.ofDays(400), Optional.empty());

    private final Random random = new Random(1);
    private final NewsWords words = new NewsWords();
    private final StringBuilder articles = new StringBuilder();
    private final StringBuilder regions = new StringBuilder();
    private final StringBuilder themes = new StringBuilder();

    private StoredNews() {}

    static void fill(String url, int count) throws Exception {
        try (var tables = new Database(new SinkConfig(url, "", "", "benchmark", 1, Duration.ofSeconds(1), FOR_GOOD))) {
            tables.open();
        }
        try (var connection = DriverManager.getConnection(url)) {
            new StoredNews().fill(connection, count);
        }
    }

    /** An index is made faster than it is kept. */
    private void fill(Connection connection, int count) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP INDEX article_words, article_title");
            for (var made = 0; made < count; made++) {
                add(made, NEWEST.minus(APART.multipliedBy(count - made)));
                if (made % CHUNK == CHUNK - 1 || made == count - 1) {
                    flush(connection);
                }
            }
            statement.execute("SET maintenance_work_mem = '512MB'");
            statement.execute("CREATE INDEX article_words ON article USING gin (words)");
            statement.execute("CREATE INDEX article_title ON article USING gin (title gin_trgm_ops)");
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void add(int number, Instant time) {
        var id = "%016x%016x".formatted(random.nextLong(), number);
        var outlet = random.nextInt(OUTLETS);
        var text = words.next();
        articles.append(id)
                .append("\t1\tCREATED\tLIVE\thttps://news.example/")
                .append(id)
                .append('\t')
                .append(id);
        articles.append("\tsource-")
                .append(outlet)
                .append("\tOutlet ")
                .append(outlet)
                .append('\t');
        write(text, Math.min(TITLE_WORDS, text.length));
        articles.append('\t');
        write(text, text.length);
        articles.append("\t{}\t").append(time).append('\t').append(time).append('\t');
        articles.append(LANGUAGES.get(random.nextInt(LANGUAGES.size())));
        articles.append("\t{}\t{}\tf\th\tx\t1\t")
                .append(time)
                .append("\t0\t")
                .append(number)
                .append('\n');
        for (var region : some(1 + random.nextInt(5), REGIONS)) {
            regions.append(id)
                    .append('\t')
                    .append(time)
                    .append("\tR")
                    .append(region)
                    .append('\t');
            regions.append(ROLES.get(random.nextInt(ROLES.size()))).append("\t0.9\t[]\n");
        }
        for (var theme : some(random.nextInt(5), THEMES)) {
            themes.append(id)
                    .append('\t')
                    .append(time)
                    .append("\tcustom:")
                    .append(theme)
                    .append("\t0.8\t[]\n");
        }
    }

    private void write(int[] text, int length) {
        for (var i = 0; i < length; i++) {
            articles.append(i == 0 ? "" : " ").append('w').append(Integer.toString(text[i], Character.MAX_RADIX));
        }
    }

    /** Different numbers below a bound; each is about as common as the number is small. */
    private TreeSet<Integer> some(int count, int bound) {
        var drawn = new TreeSet<Integer>();
        for (var i = 0; i < count; i++) {
            drawn.add((int) Math.pow(bound, random.nextDouble()) - 1);
        }
        return drawn;
    }

    private void flush(Connection connection) throws SQLException, IOException {
        copy(connection, ARTICLE, articles);
        copy(connection, REGION, regions);
        copy(connection, THEME, themes);
    }

    private static void copy(Connection connection, String sql, StringBuilder rows) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        var bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
        rows.setLength(0);
    }
}
