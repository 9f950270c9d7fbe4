package dev.dateline.standalone.demo;

import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what PostgreSQL has against what Kafka carries: the two must say the same. */
final class DatabaseCheck {
    private final String url;
    private final Observed observed;

    DatabaseCheck(String url, Observed observed) {
        this.url = url;
        this.observed = observed;
    }

    /** Says whether the sink has stored every record of its topics that was seen. */
    boolean isComplete(Set<String> topics) {
        var next = new HashMap<String, Long>();
        query(
                "SELECT topic || '/' || topic_partition, next_offset FROM sink_offset",
                row -> next.put(row.getString(1), row.getLong(2)));
        return observed.lastOffsets().entrySet().stream()
                .filter(last ->
                        topics.contains(last.getKey().substring(0, last.getKey().indexOf('/'))))
                .allMatch(last -> next.getOrDefault(last.getKey(), 0L) > last.getValue());
    }

    /** Number of rows of a table. */
    long rows(String table) {
        var count = new long[1];
        query("SELECT count(*) FROM " + table, row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** Gives one line for everything in which PostgreSQL and Kafka differ. */
    List<String> mismatches() {
        var mismatches = new Mismatches();
        articles(mismatches);
        duplicates(mismatches);
        dispositions(mismatches);
        return mismatches.lines();
    }

    private void articles(Mismatches mismatches) {
        var rows = new HashMap<String, String>();
        query(
                "SELECT article_id, version, status, about FROM v_article",
                row -> rows.put(
                        row.getString(1),
                        row.getInt(2) + " " + row.getString(3) + " "
                                + new TreeSet<>(strings(row.getArray(4).getArray()))));
        for (var article : observed.enriched()) {
            var about = article.getRegions().stream()
                    .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                    .map(RegionTag::getCode)
                    .collect(Collectors.toCollection(TreeSet::new));
            mismatches.requireEqual(
                    article.getVersion() + " " + article.getStatus() + " " + about,
                    rows.remove(article.getArticleId()),
                    article.getUrl(),
                    "row in article (version, status, about)");
        }
        rows.keySet().forEach(id -> mismatches.require(false, id, "is in the table article, and not in Kafka"));
    }

    private void duplicates(Mismatches mismatches) {
        var rows = new HashMap<String, String>();
        query(
                "SELECT article_id, version, duplicate_of FROM duplicate",
                row -> rows.put(row.getString(1), row.getInt(2) + " " + row.getString(3)));
        for (var copy : observed.duplicates()) {
            var article = copy.getArticle();
            mismatches.requireEqual(
                    copy.getVersion() + " " + copy.getDuplicateOf(),
                    rows.remove(article.getArticleId()),
                    article.getCanonicalUrl(),
                    "row in duplicate (version, original)");
        }
        rows.keySet().forEach(id -> mismatches.require(false, id, "is in the table duplicate, and not in Kafka"));
    }

    private void dispositions(Mismatches mismatches) {
        Map<String, Long> rows = new HashMap<>();
        query(
                "SELECT stage, count(*) FROM disposition GROUP BY stage",
                row -> rows.put(row.getString(1), row.getLong(2)));
        DemoRun.INPUTS
                .keySet()
                .forEach(stage -> mismatches.requireEqual(
                        observed.stage(stage).total(), rows.getOrDefault(stage, 0L), stage, "rows in disposition"));
    }

    private static List<String> strings(Object array) {
        return List.of((String[]) array);
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + sql, e);
        }
    }
}
