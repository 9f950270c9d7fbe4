package dev.dateline.console.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.json.Json;
import dev.dateline.console.search.ArticleExport;
import dev.dateline.console.search.Condition;
import dev.dateline.console.search.FullArticle;
import dev.dateline.console.search.QueryParameters;
import dev.dateline.console.search.TagNames;
import dev.dateline.pipeline.tag.TagLabels;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is exported is what the API answers. */
class ArticleExportIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static RunningNews news;

    @BeforeAll
    static void start() throws Exception {
        news = new RunningNews();
        for (var number = 0; number < 230; number++) {
            var id = "dam-" + number;
            news.tables.article(id, NOON.minusSeconds(number), "en", "A dam", "It was opened.");
            news.tables.region(id, "TJ", "ABOUT");
            news.tables.region(id, "UZ", "MENTIONED");
            news.tables.theme(id, "medtop:20000256");
        }
        news.tables.version("dam-7", 2, NOON, "A great dam", "It was opened.");
        news.tables.article("road", NOON, "en", "A road", "It was opened.");
        news.tables.article("gone", NOON, "en", "Unsayable", "Unsayable.");
        news.tables.withdraw("gone");
    }

    @AfterAll
    static void stop() throws Exception {
        news.close();
    }

    private static List<FullArticle> exported(Map<String, List<String>> given, Condition further) throws Exception {
        var query = QueryParameters.read(given, new TagNames(TagLabels.load()));
        var articles = new ArrayList<FullArticle>();
        try (var connection = news.connection()) {
            assertThat(new ArticleExport(connection, query, further).run(articles::add))
                    .isTrue();
        }
        return articles;
    }

    @Test
    void shouldHaveAllThatAReaderIsTold() throws Exception {
        var articles = exported(Map.of(), Condition.ALWAYS);

        assertThat(articles).hasSize(231).extracting(FullArticle::id).doesNotContain("gone");
        for (var article : List.of(articles.get(0), articles.get(8), articles.get(230))) {
            assertThat(Json.text(article))
                    .isEqualTo(news.get("/api/v1/articles/" + article.id()).body());
        }
    }

    @Test
    void shouldFindWhatASearchFindsInItsOrder() throws Exception {
        for (var given : List.of(
                Map.of("region", List.of("TJ"), "limit", List.of("100")),
                Map.of("region", List.of("UZ"), "role", List.of("mentioned", "about"), "limit", List.of("100")),
                Map.of("theme", List.of("medtop:20000256"), "limit", List.of("100")),
                Map.of("q", List.of("opening -road"), "limit", List.of("100")),
                Map.of("q", List.of("road"), "outlet", List.of("STEPPE herald")))) {
            var found = news.json("/api/v1/articles?" + QueryParameters.canonical(given))
                    .path("articles")
                    .findValuesAsText("id");

            assertThat(exported(given, Condition.ALWAYS))
                    .as(given.toString())
                    .extracting(FullArticle::id)
                    .hasSize(given.containsKey("outlet") ? 1 : 230)
                    .startsWith(found.toArray(String[]::new));
        }
    }

    @Test
    void shouldSeeWhatWasThereWhenItBegan() throws Exception {
        var query = QueryParameters.read(Map.of(), new TagNames(TagLabels.load()));
        var texts = new ArrayList<String>();
        try (var connection = news.connection()) {
            new ArticleExport(connection, query, Condition.of("a.title = ?", "A dam")).run(article -> {
                texts.add(article.text());
                change();
            });
        } finally {
            news.tables.run("UPDATE article SET text = 'It was opened.' WHERE article_id LIKE 'dam-%'");
        }
        assertThat(texts).hasSize(230).containsOnly("It was opened.");
    }

    private static void change() {
        try {
            news.tables.run("UPDATE article SET text = 'Later.' WHERE article_id = 'dam-229'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldEndWhenItIsStopped() throws Exception {
        var query = QueryParameters.read(Map.of(), new TagNames(TagLabels.load()));
        var seen = new ArrayList<String>();
        try (var connection = news.connection()) {
            var export = new ArticleExport[1];
            export[0] = new ArticleExport(connection, query, Condition.ALWAYS);
            var isWhole = export[0].run(article -> {
                seen.add(article.id());
                stop(export[0]);
            });

            assertThat(isWhole).isFalse();
            assertThat(seen).hasSize(1);
        }
    }

    private static void stop(ArticleExport export) {
        try {
            export.stop();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
