package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EventType;
import dev.dateline.schema.UniqueArticle;
import dev.dateline.testkit.Articles;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The way of a theme from a folder to the tags of new and old articles, in the order of the numbers. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaxonomyIT {
    private static final String THEME = "custom:lithium";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static TaggedNews news;
    private final StringWriter printed = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        news = new TaggedNews(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        news.close();
    }

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectories(folder.resolve("own/themes"));
        Files.writeString(
                folder.resolve("own/themes/lithium.yaml"),
                "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}\n");
    }

    @Test
    @Order(1)
    void shouldTagByTheShippedTaxonomyFirst() {
        news.send(live("old", 1));
        news.send(live("gone", 1));
        news.send(withdrawn("gone", 2));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(news.last("gone").getStatus()).isEqualTo(ArticleStatus.WITHDRAWN));
        assertThat(TaggedNews.themes(news.last("old"))).doesNotContain(THEME);
        assertThat(news.last("old").getTaxonomyVersion()).isEqualTo(shipped());
    }

    @Test
    @Order(2)
    void shouldShowWhatAFolderWouldChange() {
        assertThat(news.run(printed, "taxonomy", "diff", own(), "--since", "30d"))
                .isZero();

        assertThat(printed.toString())
                .contains("in force: " + shipped())
                .contains("added    " + THEME)
                .contains("sample: 1 articles")
                .containsPattern(THEME + " +lithium +0 +1 +1 +0")
                .contains("    + Lithium mine old opens");
    }

    @Test
    @Order(3)
    void shouldTagTheNextArticleByWhatWasApplied() {
        assertThat(news.run(printed, "taxonomy", "apply", own())).isZero();
        assertThat(printed.toString()).contains("is in force (1 files)");

        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            news.send(live("new", 1));
            assertThat(TaggedNews.themes(news.last("new"))).contains(THEME);
        });
        assertThat(news.last("new").getTaxonomyVersion()).endsWith("+" + shipped());
        assertThat(TaggedNews.themes(news.last("old"))).doesNotContain(THEME);
    }

    @Test
    @Order(4)
    void shouldApplyTheSameContentOnce() {
        var before = news.records(news.topics().taxonomy()).size();

        assertThat(news.run(printed, "taxonomy", "apply", own())).isZero();

        assertThat(printed.toString()).contains("in force already");
        assertThat(news.records(news.topics().taxonomy())).hasSize(before);
        assertThat(news.run(printed, "taxonomy", "show")).isZero();
        assertThat(printed.toString()).contains("themes/lithium.yaml").contains("added    " + THEME);
    }

    @Test
    @Order(5)
    void shouldWriteNothingInADryRun() {
        var before = news.records(news.enriched()).size();

        assertThat(news.run(printed, "retag", "--dry-run")).isZero();

        assertThat(printed.toString()).contains("1 would be retagged").contains(THEME);
        assertThat(news.records(news.enriched())).hasSize(before);
    }

    @Test
    @Order(6)
    void shouldTagHistoryAgain() {
        var before = news.lastRecord("old");

        assertThat(news.run(printed, "retag")).isZero();

        assertThat(printed.toString()).contains(", 1 retagged").contains("+ Lithium mine old opens");
        var after = news.lastRecord("old");
        assertThat(TaggedNews.themes(news.last("old"))).contains(THEME);
        assertThat(news.last("old").getEvent()).isEqualTo(EventType.RETAGGED);
        assertThat(news.last("old").getVersion()).isOne();
        assertThat(after.timestamp()).isEqualTo(before.timestamp());
        assertThat(TaggedNews.header(after, EventHeaders.TYPE)).isEqualTo("retagged");
        assertThat(TaggedNews.header(after, EventHeaders.THEMES)).contains(THEME);
        assertThat(TaggedNews.header(after, EventHeaders.ID)).isNotEqualTo(TaggedNews.header(before, EventHeaders.ID));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(news.query("SELECT code FROM theme_tag WHERE article_id = 'old'"))
                        .contains(THEME));
    }

    @Test
    @Order(7)
    void shouldLeaveAWithdrawnArticleWithdrawn() throws Exception {
        assertThat(news.last("gone").getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(news.query("SELECT status FROM article WHERE article_id = 'gone'"))
                .containsExactly("WITHDRAWN");
    }

    @Test
    @Order(8)
    void shouldHaveNothingToDoTheSecondTime() {
        var before = news.records(news.enriched()).size();

        assertThat(news.run(printed, "retag")).isZero();
        assertThat(news.run(printed, "retag", "--since", "1h")).isZero();

        assertThat(printed.toString()).contains(", 0 retagged").doesNotContain(", 1 retagged");
        assertThat(news.records(news.enriched())).hasSize(before);
    }

    @Test
    @Order(9)
    void shouldPutANewerVersionBackThatAnOlderOneHides() {
        var newer = Articles.enriched("hidden", 2).setTaxonomyVersion("0").build();
        var older = Articles.enriched("hidden", 1).setTaxonomyVersion("9").build();
        news.send(news.enriched(), "hidden", newer);
        news.send(news.enriched(), "hidden", older);

        assertThat(news.run(printed, "retag")).isZero();

        assertThat(news.last("hidden").getVersion()).isEqualTo(2);
    }

    @Test
    @Order(10)
    void shouldBeginWithTheTaxonomyInForceAfterARestart() throws Exception {
        news.close();
        start();

        news.send(live("restarted", 1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(news.last("restarted")).isNotNull());
        assertThat(TaggedNews.themes(news.last("restarted"))).contains(THEME);
    }

    @Test
    @Order(11)
    void shouldGoOnWhenTheTopicIsBroken() {
        news.send(news.topics().taxonomy().name(), "current", new byte[] {1, 2, 3});
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(news.standalone().program().services())
                        .anySatisfy(service -> assertThat(service.health().detail())
                                .contains("the taxonomy on the topic is not used")));
        news.send(live("meanwhile", 1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(news.last("meanwhile")).isNotNull());
        assertThat(TaggedNews.themes(news.last("meanwhile"))).contains(THEME);
        assertThat(news.run(printed, "retag")).isEqualTo(2);
        assertThat(printed.toString()).contains("holds a broken taxonomy");
    }

    @Test
    @Order(12)
    void shouldReturnToTheShippedTaxonomy() {
        assertThat(news.run(printed, "taxonomy", "apply", "--shipped")).isZero();

        await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            news.send(live("after", 1));
            assertThat(TaggedNews.themes(news.last("after"))).doesNotContain(THEME);
        });
        assertThat(news.run(printed, "retag")).isZero();
        assertThat(TaggedNews.themes(news.last("old"))).doesNotContain(THEME);
    }

    private static String shipped() {
        return Tagger.load().taxonomyVersion();
    }

    private static String own() {
        return folder.resolve("own").toString();
    }

    private static UniqueArticle live(String id, int version) {
        return Articles.unique(id, "Lithium mine " + id + " opens", "A mine for lithium was opened in Kazakhstan.")
                .setVersion(version)
                .build();
    }

    private static UniqueArticle withdrawn(String id, int version) {
        var article = Articles.clean(id, "", "")
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("410")
                .build();
        return Articles.unique(id, "", "")
                .setArticle(article)
                .setVersion(version)
                .setEvent(EventType.WITHDRAWN)
                .build();
    }
}
