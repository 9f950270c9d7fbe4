package dev.dateline.console.news;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.search.ReadingDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Search, articles and stories over real HTTP and a real PostgreSQL. */
class NewsRoutesIT {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ENERGY = "medtop:20000256";
    private static RunningNews news;

    @BeforeAll
    static void start() throws Exception {
        news = new RunningNews();
        news.tables.article("dam", NOON, "en", "A dam is opened", "The dams were built. Turbines run & <b>hum</b>.");
        news.tables.region("dam", "TJ", "ABOUT");
        news.tables.region("dam", "UZ", "MENTIONED");
        news.tables.theme("dam", ENERGY);
        news.tables.version("dam", 2, NOON.plusSeconds(60), "A great dam is opened", "The dams were built.");
        news.tables.copy("dam-copy", "dam", NOON.plusSeconds(90));
        news.tables.article(
                "vote", NOON.minusSeconds(1), "ru", "Выборы прошли", "Избиратели голосовали в «Казахстане».");
        news.tables.region("vote", "KZ", "ABOUT");
        news.tables.article("steppe", NOON.minusSeconds(2), "kk", "Қазақстан туралы", "Дала кең.");
        news.tables.article("summit", NOON.minusSeconds(3), "zh-Hant", "峰會", "哈萨克斯坦总统今天访问北京。");
        news.tables.article("gone", NOON.minusSeconds(4), "en", "Unsayable words", "Unsayable indeed.");
        news.tables.region("gone", "KZ", "ABOUT");
        news.tables.withdraw("gone");
    }

    @AfterAll
    static void stop() throws Exception {
        news.close();
    }

    private static List<String> ids(String query) throws Exception {
        return ids(news.json("/api/v1/articles?" + query));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("articles").findValuesAsText("id");
    }

    @Test
    void shouldFindByTagsOutletLanguageAndTime() throws Exception {
        assertThat(ids("region=TJ")).containsExactly("dam");
        assertThat(ids("region=tajikistan&theme=" + ENERGY)).containsExactly("dam");
        assertThat(ids("region=UZ")).isEmpty();
        assertThat(ids("region=UZ&role=mentioned")).containsExactly("dam");
        assertThat(ids("region=TJ&region=KZ&role=about&role=dateline")).containsExactly("dam", "vote");
        assertThat(ids("language=kk&language=zh")).containsExactly("steppe", "summit");
        assertThat(ids("language=zh-Hans")).isEmpty();
        assertThat(ids("outlet=steppe%20herald&limit=1")).containsExactly("dam");
        assertThat(ids("source=another")).isEmpty();
        assertThat(ids("since=2026-03-01T11:59:58Z&until=2026-03-01T12:00:00Z")).containsExactly("vote", "steppe");
    }

    @Test
    void shouldFindWhatBelongsToARouteThatSomebodyMade() throws Exception {
        assertThat(ids("route=dams&region=TJ")).containsExactly("dam");
        assertThat(ids("route=dams&region=KZ")).isEmpty();
        var refused = news.get("/api/v1/articles?route=dms");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("there is no such route. Did you mean dams?");
        assertThat(news.get("/feeds/articles.atom?route=dams").body()).contains("A dam is opened");
    }

    @Test
    void shouldFindWordsInTheLanguageOfTheArticle() throws Exception {
        assertThat(ids("q=opening+dam")).containsExactly("dam");
        assertThat(ids("q=%D0%B8%D0%B7%D0%B1%D0%B8%D1%80%D0%B0%D1%82%D0%B5%D0%BB%D1%8C"))
                .containsExactly("vote");
        assertThat(ids("language=kk&q=%D2%9A%D0%90%D0%97%D0%90%D2%9A%D0%A1%D0%A2%D0%90%D0%9D"))
                .containsExactly("steppe");
        assertThat(ids("q=%E5%93%88%E8%90%A8%E5%85%8B%E6%96%AF%E5%9D%A6")).containsExactly("summit");
        assertThat(ids("q=dam+-turbine")).isEmpty();
        assertThat(ids("q=dam+-elections")).containsExactly("dam");
        assertThat(ids("q=%22opened+dam%22")).isEmpty();
    }

    @Test
    void shouldMarkWhatWasSearchedForInTheExcerpt() throws Exception {
        var excerpt = news.json("/api/v1/articles?q=turbine").at("/articles/0/excerpt");

        var text = excerpt.path("text").asText();
        assertThat(text).contains("Turbines run");
        assertThat(text.substring(
                        excerpt.at("/marks/0/start").asInt(),
                        excerpt.at("/marks/0/end").asInt()))
                .isEqualTo("Turbines");
    }

    @Test
    void shouldFindTitlesThatAreNearlyAsAskedFor() throws Exception {
        assertThat(ids("title=dam+openned")).containsExactly("dam");
        assertThat(ids("title=%D0%92%D1%8B%D0%B1%D0%BE%D1%80")).containsExactly("vote");
    }

    @Test
    void shouldPageWithoutGapsWhileArticlesArrive() throws Exception {
        var seen = new ArrayList<String>();
        var page = news.json("/api/v1/articles?limit=1");
        for (var arrived = 0; page.has("next"); arrived++) {
            seen.addAll(ids(page));
            news.tables.article("arrived-" + arrived, NOON.plusSeconds(3_600), "en", "Later news", "Of later.");
            page = news.json(
                    "/api/v1/articles?limit=1&after=" + page.path("next").asText());
        }
        seen.addAll(ids(page));

        assertThat(seen.stream().filter(id -> !id.startsWith("arrived-")))
                .containsExactly("dam", "vote", "steppe", "summit");
        news.tables.run("DELETE FROM article WHERE article_id LIKE 'arrived-%'");
    }

    @Test
    void shouldFindNothingOfWhatWasWithdrawn() throws Exception {
        assertThat(ids("q=unsayable")).isEmpty();
        assertThat(ids("region=KZ")).containsExactly("vote");

        var gone = news.json("/api/v1/articles/gone");
        assertThat(gone.path("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(gone.toString()).doesNotContainIgnoringCase("unsayable");
    }

    @Test
    void shouldShowAnArticleWithVersionsAndEvidence() throws Exception {
        var dam = news.json("/api/v1/articles/dam");

        assertThat(dam.path("versions").findValuesAsText("title"))
                .containsExactly("A dam is opened", "A great dam is opened");
        assertThat(dam.at("/regions/0/evidence/0/text").asText()).isEqualTo("The");
        assertThat(dam.at("/eventTime").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(news.json("/api/v1/articles/dam-copy").at("/copyOf/id").asText())
                .isEqualTo("dam");
        assertThat(news.get("/api/v1/articles/none").statusCode()).isEqualTo(404);
        assertThat(news.get("/api/v1/articles/%00").statusCode()).isIn(400, 404);
    }

    @Test
    void shouldShowAStoryWithItsCopies() throws Exception {
        for (var id : List.of("dam", "dam-copy")) {
            var story = news.json("/api/v1/stories/" + id);
            assertThat(story.path("id").asText()).isEqualTo("dam");
            assertThat(story.at("/listed/0/id").asText()).isEqualTo("dam-copy");
        }
        assertThat(news.json("/api/v1/stories/vote").path("copies").asInt(-1)).isZero();
        assertThat(news.get("/api/v1/stories/none").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSayEverythingThatIsWrongWithARequest() throws Exception {
        var answer = news.get("/api/v1/articles?region=Kazakstan&theme=medtop:0400000&regoin=KZ&limit=0&after=x&q=%00");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("Did you mean Kazakhstan (KZ)?")
                .contains("(medtop:04000000)?")
                .contains("Did you mean region?")
                .contains("from 1 to 100")
                .contains("a page before")
                .contains("control characters");
    }

    @Test
    void shouldTakeHostileValuesAsValues() throws Exception {
        for (var value :
                List.of("%27;DROP+TABLE+article;--", "%25", "%5C", "((((", "%22", "%3A*+%26+!", "%F0%9F%92%A7")) {
            for (var parameter : List.of("q", "title", "outlet", "source", "region=KZ&q")) {
                assertThat(news.get("/api/v1/articles?" + parameter + "=" + value)
                                .statusCode())
                        .as(parameter + "=" + value)
                        .isIn(200, 400);
            }
        }
        assertThat(ids("region=TJ")).containsExactly("dam");
    }

    @Test
    void shouldEndASearchThatTakesTooLong() throws Exception {
        news.tables.run("BEGIN; LOCK TABLE article");
        try {
            var answer = news.get("/api/v1/articles");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("took too long");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            news.tables.run("ROLLBACK");
        }
    }

    @Test
    void shouldSayWhichSettingNamesTheDatabase() throws Exception {
        var server = RunningNews.serve(new ReadingDatabase(new ConsoleConfig.Database("", "", "")));
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/articles"));
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("console.database-url");
        } finally {
            server.stop();
        }
    }
}
