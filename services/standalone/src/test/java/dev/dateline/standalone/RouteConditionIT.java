package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.route.RouteCondition;
import dev.dateline.console.search.Condition;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.testkit.Articles;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the database says of a route is what the router does. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class RouteConditionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Random RANDOM = new Random(20);

    /** What the database is asked must hold for the same articles as what the router asks. */
    private static final List<String> EXPRESSIONS = List.of(
            "region in (KZ)",
            "region in (KZ, UZ) and role in (ABOUT, MENTIONED) and score >= 0.5",
            "region not in (KZ)",
            "region = KZ and theme in (medtop:04000000) and score >= 0.5",
            "theme = medtop:04000000 and not (region = UZ or language = ru)",
            "theme != medtop:07000000",
            "language = zh",
            "language in (en, ru)",
            "not language = ru",
            "outlet = 'STEPPE NEWS'",
            "outlet != 'Steppe News'",
            "country = kz or source = feed-1",
            "title contains 'ГАЗ'",
            "text contains 'gas pipeline' and not title contains газ",
            "title contains '100%_'",
            "(region = KZ and score >= 0.75) or (theme = medtop:07000000 and score >= 0.75)");

    @TempDir
    Path folder;

    private RoutedWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new RoutedWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void shouldTellFromTheDatabaseWhatARouteWouldHaveMatched() throws Exception {
        var articles =
                IntStream.range(0, 120).mapToObj(RouteConditionIT::anyArticle).toList();
        for (var article : articles) {
            world.send(article);
        }
        await().atMost(PATIENCE).until(() -> stored(Condition.ALWAYS).size() == articles.size());

        for (var text : EXPRESSIONS) {
            var expression = RouteParser.parse(text, RouteNames.CODES);
            var condition = RouteCondition.of(expression);
            var matching = articles.stream()
                    .filter(expression::matches)
                    .map(EnrichedArticle::getArticleId)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(stored(condition)).as(text).isEqualTo(matching);
        }
        assertThat(world.user.run(
                        "routes",
                        "test",
                        "region = KZ",
                        "--since",
                        "30d",
                        "--set",
                        "sink.database-url=" + world.postgres.url()))
                .isZero();
        assertThat(world.user.out.toString())
                .containsPattern("\\d+ of 120 articles of the last 30d match: region in \\('KZ'\\)");
    }

    private Set<String> stored(Condition condition) throws Exception {
        try (var connection = DriverManager.getConnection(world.postgres.url());
                var statement =
                        connection.prepareStatement("SELECT a.article_id FROM article a WHERE " + condition.sql())) {
            Condition.bind(statement, condition.parameters());
            var ids = new TreeSet<String>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
            return ids;
        }
    }

    private static EnrichedArticle anyArticle(int number) {
        return Articles.enriched("any-" + number, 1)
                .setEventTime(Instant.now().minus(number, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS))
                .setTitle(one("Новый газопровод", "Gas", "100%_ sure", "Дорога"))
                .setText(one("A Gas Pipeline was built.", "Nothing of it."))
                .setLanguage(one("en", "ru", "zh-Hant", "zh"))
                .setSourceId("feed-" + RANDOM.nextInt(3))
                .setPublisher(Publisher.newBuilder()
                        .setOutlet(one("Steppe News", "Other", null))
                        .setCountry(one("KZ", "DE", null))
                        .build())
                .setRegions(some(Stream.of("KZ", "UZ", "143")
                        .map(code -> new RegionTag(code, one(RegionRole.values()), score(), List.of()))))
                .setThemes(some(Stream.of("medtop:04000000", "medtop:07000000")
                        .map(code -> new ThemeTag(code, score(), List.of()))))
                .build();
    }

    @SafeVarargs
    private static <T> T one(T... choices) {
        return choices[RANDOM.nextInt(choices.length)];
    }

    private static <T> List<T> some(Stream<T> all) {
        return all.filter(each -> RANDOM.nextBoolean()).toList();
    }

    private static double score() {
        return one(0.25, 0.5, 0.75, 1.0);
    }
}
