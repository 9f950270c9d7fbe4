package dev.dateline.standalone.outage;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.Story;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the topics of regions and themes and the tables must hold after some records. Worked out from what is promised, not by the code
 * that is tested.
 */
final class Truth {
    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("KZ", "news.region.kz.v1"),
            Map.entry("KG", "news.region.kg.v1"),
            Map.entry("UZ", "news.region.uz.v1"),
            Map.entry("TJ", "news.region.tj.v1"),
            Map.entry("TM", "news.region.tm.v1"),
            Map.entry("143", "news.region.143.v1"),
            Map.entry("medtop:04000000", "news.theme.economy-business-and-finance.v1"),
            Map.entry("medtop:06000000", "news.theme.environment.v1"),
            Map.entry("medtop:07000000", "news.theme.health.v1"),
            Map.entry("medtop:11000000", "news.theme.politics-and-government.v1"));

    private final Map<String, EnrichedArticle> routed = new TreeMap<>();
    private final Map<String, EnrichedArticle> versions = new TreeMap<>();
    private final Map<String, DuplicateArticle> duplicates = new TreeMap<>();
    private final Map<String, Story> stories = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> deliveries = new TreeMap<>();
    private int superseded;
    private int articles;

    Truth(List<? extends SpecificRecord> told) {
        TOPICS.values().forEach(topic -> deliveries.put(topic, new TreeMap<>()));
        told.forEach(this::take);
    }

    private void take(SpecificRecord record) {
        if (record instanceof EnrichedArticle article) {
            articles++;
            route(article);
            versions.merge(
                    article.getArticleId() + "/" + article.getVersion(),
                    article,
                    (before, after) ->
                            after.getTaxonomyVersion().compareTo(before.getTaxonomyVersion()) < 0 ? before : after);
        } else if (record instanceof DuplicateArticle copy) {
            duplicates.put(copy.getArticle().getArticleId(), copy);
        } else if (record instanceof Story story) {
            stories.put(story.getStoryId(), story);
        }
    }

    private void route(EnrichedArticle article) {
        var id = article.getArticleId();
        var before = routed.get(id);
        if (before != null && before.getVersion() > article.getVersion()) {
            superseded++;
            return;
        }
        routed.put(id, article);
        var now = topics(article);
        if (before != null) {
            var farewell = article.getEvent() == EventType.WITHDRAWN ? "withdrawn" : "left";
            topics(before).stream()
                    .filter(topic -> !now.contains(topic))
                    .forEach(topic -> deliver(topic, id, farewell));
        }
        now.forEach(topic -> deliver(topic, id, delivery(article)));
    }

    private void deliver(String topic, String id, String what) {
        deliveries.get(topic).computeIfAbsent(id, any -> new ArrayList<>()).add(what);
    }

    /** How a record of an article is written here. */
    static String delivery(EnrichedArticle article) {
        return "version %d, %s, %s"
                .formatted(
                        article.getVersion(),
                        article.getEvent().name().toLowerCase(Locale.ROOT),
                        article.getTaxonomyVersion());
    }

    private static Set<String> topics(EnrichedArticle article) {
        var topics = new TreeSet<String>();
        article.getRegions().stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT && TOPICS.containsKey(tag.getCode()))
                .forEach(tag -> topics.add(TOPICS.get(tag.getCode())));
        article.getThemes().stream()
                .filter(tag -> TOPICS.containsKey(tag.getCode()))
                .forEach(tag -> topics.add(TOPICS.get(tag.getCode())));
        return topics;
    }

    /** Holds the tables against it. */
    void compareTables(KilledWorld world, Differences differences) throws SQLException {
        try (var database = DriverManager.getConnection(world.databaseUrl())) {
            var stored = new StoredNews(database);
            differences.compare("outcome", outcomes(), stored.outcomes());
            differences.compare("article", articleRows(), stored.articles());
            differences.compare("article_version", versionRows(), stored.versions());
            differences.compare("duplicate", duplicateRows(), stored.duplicates());
            differences.compare("story", storyRows(), stored.stories());
        }
    }

    /** Holds the topics of regions and themes against it. */
    void compareTopics(Subscriber subscriber, Differences differences) {
        deliveries.forEach((topic, expected) -> differences.compare(topic, expected, subscriber.deliveries(topic)));
    }

    /** The newest version of each article that is about a region. */
    Map<String, String> about(String region) {
        var about = new TreeMap<String, String>();
        routed.forEach((id, article) -> {
            if (topics(article).contains(TOPICS.get(region))) {
                about.put(id, delivery(article));
            }
        });
        return about;
    }

    /** What became of all records at the router. */
    Map<String, String> outcomes() {
        var outcomes = new TreeMap<String, String>();
        outcomes.put("KEPT", Integer.toString(articles - superseded));
        if (superseded > 0) {
            outcomes.put("DROPPED", Integer.toString(superseded));
        }
        return outcomes;
    }

    /** Rows of table article as {@link StoredNews} writes them. */
    Map<String, String> articleRows() {
        var rows = new TreeMap<String, String>();
        routed.forEach((id, article) -> rows.put(
                id,
                "%s, %s, %s, %s"
                        .formatted(
                                delivery(article),
                                written(article),
                                article.getRegions().stream()
                                        .map(tag -> tag.getCode() + " " + tag.getRole())
                                        .sorted()
                                        .toList(),
                                article.getThemes().stream()
                                        .map(tag -> tag.getCode())
                                        .sorted()
                                        .toList())));
        return rows;
    }

    Map<String, String> versionRows() {
        var rows = new TreeMap<String, String>();
        versions.forEach((key, article) -> {
            var newest = routed.get(article.getArticleId());
            var emptied = newest.getStatus() == ArticleStatus.WITHDRAWN;
            rows.put(key, delivery(article) + ", " + (emptied ? "" : written(article)));
        });
        return rows;
    }

    private static String written(EnrichedArticle article) {
        return article.getStatus() == ArticleStatus.WITHDRAWN
                ? ""
                : article.getTitle() + ", " + article.getText().length();
    }

    /** A copy that became an original is none any more. */
    Map<String, String> duplicateRows() {
        var rows = new TreeMap<String, String>();
        duplicates.forEach((id, copy) -> {
            if (!routed.containsKey(id)) {
                rows.put(
                        id,
                        "version %d, %s, of %s"
                                .formatted(copy.getVersion(), copy.getArticle().getStatus(), copy.getDuplicateOf()));
            }
        });
        return rows;
    }

    Map<String, String> storyRows() {
        var rows = new TreeMap<String, String>();
        stories.forEach((id, story) -> rows.put(
                id,
                story.getCopyCount() + " "
                        + story.getCopies().stream()
                                .map(copy -> copy.getArticleId() + " " + copy.getStatus())
                                .toList()));
        return rows;
    }
}
