package dev.dateline.benchmarks;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.search.ArticleQuery;
import dev.dateline.console.search.ArticleSearch;
import dev.dateline.console.search.ReadingDatabase;
import dev.dateline.console.search.TagNames;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.schema.RegionRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Asks the readers' search what readers ask, on so many articles (1,000,000 unless told otherwise) in an embedded PostgreSQL, or on any
 * database that the sink filled. Prints, for pages of tags and for pages of words, the median and the 95th percentile, and what they
 * are in front pages, the newest of all, which cost nothing to find; then a plan of each, and how often each index was read.
 *
 * <p>Fails when a table was read from end to end, or when the 95th percentile is over its bar. Tags are asked for as common as they
 * are, alone, in twos, and deep in the past; words from the commonest to those of one article.
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.SearchLoop [articles | jdbc:...]}
 */
public final class SearchLoop {
    private static final int QUERIES = 200;
    private static final int PAGE = 20;
    private static final double MOST_FOR_TAGS = 30;
    private static final double MOST_FOR_WORDS = 30;
    private static final String SCANS =
            "SELECT relname || ' ' || seq_scan FROM pg_stat_user_tables WHERE relname IN ('article', 'region_tag', 'theme_tag') ORDER BY 1";
    private static final String READS = "SELECT indexrelname || ' ' || idx_scan FROM pg_stat_user_indexes"
            + " WHERE relname IN ('article', 'region_tag', 'theme_tag') ORDER BY idx_scan DESC";
    /** A session tells its counts when it has had nothing to do for a second. */
    private static final long SILENCE_MILLIS = 2_000;

    private final Random random = new Random(2);
    private final Connection connection;
    private final ArticleSearch search;
    private final List<String> regions;
    private final List<String> themes;
    private final List<String> words;

    private SearchLoop(Connection connection, ReadingDatabase database) throws SQLException {
        this.connection = connection;
        this.search = new ArticleSearch(database, new TagNames(TagLabels.load()));
        this.regions = column(
                "SELECT code FROM (SELECT code FROM region_tag WHERE role = 'ABOUT' LIMIT 3000) t ORDER BY md5(code)");
        this.themes = column("SELECT code FROM (SELECT code FROM theme_tag LIMIT 3000) t ORDER BY md5(code)");
        this.words = column("SELECT word FROM ts_stat('SELECT words FROM article LIMIT 2000') ORDER BY md5(word)");
    }

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        var asked = args.length > 0 ? args[0] : "1000000";
        System.exit((asked.startsWith("jdbc:") ? run(asked) : fillAndRun(Integer.parseInt(asked))) ? 0 : 1);
    }

    private static boolean fillAndRun(int articles) throws Exception {
        try (var database = EmbeddedDatabase.temporary()) {
            StoredNews.fill(database.url(), articles);
            return run(database.url());
        }
    }

    private static boolean run(String url) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var database = new ReadingDatabase(new ConsoleConfig.Database(url, "", ""))) {
            return new SearchLoop(connection, database).run();
        }
    }

    private boolean run() throws Exception {
        measure(QUERIES / 4, this::tags); // warm
        measure(QUERIES / 4, this::words);
        // what the constructor has read must not be counted later
        column("SELECT pg_stat_force_next_flush()");
        Thread.sleep(SILENCE_MILLIS);
        var scans = column(SCANS);
        double least = median(
                measure(QUERIES, number -> query(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty())));
        var good = report("tags", measure(QUERIES, this::tags), least, MOST_FOR_TAGS);
        good &= report("words", measure(QUERIES, this::words), least, MOST_FOR_WORDS);
        Thread.sleep(SILENCE_MILLIS);
        explain("tags", tags(0));
        explain("words", words(0));
        System.out.println("indexes read: " + String.join(", ", column(READS)));
        var after = column(SCANS);
        var scanned = !after.equals(scans);
        System.out.println(
                scanned
                        ? "a table was read from end to end: " + scans + " before, " + after + " after"
                        : "no table was read from end to end");
        return good && !scanned;
    }

    /** Makes a query. */
    private interface Draw {
        ArticleQuery next(int number);
    }

    private double[] measure(int count, Draw draw) throws Exception {
        var millis = new double[count];
        for (var i = 0; i < count; i++) {
            var query = draw.next(i);
            var begun = System.nanoTime();
            search.page(query);
            millis[i] = (System.nanoTime() - begun) / 1e6;
        }
        return millis;
    }

    private boolean report(String what, double[] millis, double least, double most) {
        double median = median(millis);
        double late = millis[(int) (millis.length * 0.95)];
        System.out.printf(
                "%s: median %.1f ms, 95th percentile %.1f ms, worst %.1f ms: %.1f times %.1f ms, the front page (bar: %.0f)%n",
                what, median, late, millis[millis.length - 1], late / least, least, most);
        return late / least <= most;
    }

    private void explain(String what, ArticleQuery query) throws Exception {
        System.out.println("plan of " + what + " " + query.regions() + query.themes()
                + query.text().orElse("") + ":");
        search.plan(query).forEach(line -> System.out.println("  " + line));
    }

    /** Sorts the values. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private ArticleQuery tags(int number) {
        var region = number % 4 == 3 ? List.<String>of() : List.of(one(regions));
        var theme = number % 4 > 0 ? List.of(one(themes)) : List.<String>of();
        var language = number % 8 == 5 ? List.of("kk") : List.<String>of();
        var until = number % 2 == 0 ? Optional.<Instant>empty() : Optional.of(Instant.parse("2026-10-20T00:00:00Z"));
        return query(region, theme, language, Optional.empty(), until);
    }

    private ArticleQuery words(int number) {
        var text = one(words) + (number % 2 == 0 ? "" : " " + one(words));
        var region = number % 4 == 3 ? List.of(one(regions)) : List.<String>of();
        return query(region, List.of(), List.of(), Optional.of(text), Optional.empty());
    }

    private static ArticleQuery query(
            List<String> regions,
            List<String> themes,
            List<String> languages,
            Optional<String> text,
            Optional<Instant> until) {
        return new ArticleQuery(
                regions,
                List.of(RegionRole.ABOUT),
                themes,
                languages,
                List.of(),
                List.of(),
                text,
                Optional.empty(),
                Optional.empty(),
                until,
                Optional.empty(),
                PAGE);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private List<String> column(String sql) throws SQLException {
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
