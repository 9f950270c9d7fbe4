package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private static final String HEADLINE = "<h1>Council agrees to repair the ferry pier</h1>";

    @Test
    void shouldTellUtcMomentWithTheOffsetOfThePrintedTime() {
        var article = article(meta("2026-02-04T03:25:54Z"), HEADLINE + "<p>February 3, 2026 | 10:25pm</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-02-03T22:25:54-05:00");
        assertThat(article.getPublished()).isEqualTo(Instant.parse("2026-02-04T03:25:54Z"));
    }

    @Test
    void shouldTellThePrintedDayOfUtcMomentWhenNoTimeIsPrinted() {
        var article = article(meta("2026-02-03T23:00:00Z"), HEADLINE + "<p>4. Februar 2026</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-02-04");
        assertThat(article.getPublished()).isEqualTo(Instant.parse("2026-02-03T23:00:00Z"));
    }

    @Test
    void shouldPreferClaimWithTheOffsetOfThePage() {
        var article = article(
                meta("2026-02-04T03:05:00+00:00"),
                HEADLINE + "<p><time datetime=\"2026-02-03T19:05:00-08:00\">February 3, 2026</time></p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-02-03T19:05:00-08:00");
    }

    @Test
    void shouldBelieveTheDateBesideTheHeadlineMoreThanTheHead() {
        var article = article(meta("2019-06-11T08:00:00+02:00"), HEADLINE + "<p>3 February 2026 | City</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-02-03");
        assertThat(article.getPublishedFrom()).isEqualTo("text");
    }

    @Test
    void shouldKnowTheDayWhenItWasWritten() {
        var article = article("", HEADLINE + "<p>Written: 2026-02-03 15:03 / Updated: 2026-02-04 15:30</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-02-03T15:03:00");
        assertThat(article.getModified()).isEqualTo(Instant.parse("2026-02-04T15:30:00Z"));
    }

    @Test
    void shouldNotTakeChangeForPublication() {
        var article =
                article(meta("2026-01-30T08:00:00+02:00"), HEADLINE + "<p>Last updated:</p><p>3 February 2026</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-01-30T08:00:00+02:00");
        assertThat(article.getModified()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
        assertThat(article.getModifiedText()).isEqualTo("2026-02-03");
        assertThat(article.getModifiedFrom()).isEqualTo("text");
    }

    @Test
    void shouldKeepTheOffsetOfTheChange() {
        var head = "<meta property=\"article:modified_time\" content=\"2026-02-04T01:30:00+05:00\">";
        var article = article(meta("2026-02-03T08:00:00+05:00") + head, HEADLINE);
        assertThat(article.getModified()).isEqualTo(Instant.parse("2026-02-03T20:30:00Z"));
        assertThat(article.getModifiedText()).isEqualTo("2026-02-04T01:30:00+05:00");
        assertThat(article.getModifiedFrom()).isEqualTo("meta");
    }

    @Test
    void shouldTakeTheDateOfChangeWhenThePageTellsNoOther() {
        assertThat(article("", HEADLINE + "<p>Обновлено 3 февраля 2026</p>").getPublishedText())
                .isEqualTo("2026-02-03");
    }

    @Test
    void shouldTellTwoDatesOfOneLineApart() {
        var article = article("", HEADLINE + "<p>Last updated 4 Feb 2026, originally published 1 Feb 2026</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-02-01");
    }

    @Test
    void shouldReadSlashesInTheOrderOfTheCountry() {
        var printed = HEADLINE + "<p>03/02/2026</p>";
        assertThat(article("<meta property=\"og:locale\" content=\"en_GB\">", printed)
                        .getPublishedText())
                .isEqualTo("2026-02-03");
        assertThat(article("<meta property=\"og:locale\" content=\"en_US\">", printed)
                        .getPublishedText())
                .isEqualTo("2026-03-02");
    }

    @Test
    void shouldNotTakeTheHeadingOfCommentsForTheHeadline() {
        var answers =
                "<h2>2 responses to “Council agrees to repair the ferry pier”</h2><ul><li>5 February 2026</li></ul>";
        var article =
                article(meta("2026-02-03T08:00:00Z"), HEADLINE + "<p>" + Cleaning.PROSE.repeat(6) + "</p>" + answers);
        assertThat(article.getPublishedText()).isEqualTo("2026-02-03T08:00:00Z");
    }

    @Test
    void shouldReadTheOrderOfDayAndMonthFromXmlLanguage() {
        var page = "<html xml:lang=en-GB><head><title>Pier</title></head><body><article>" + HEADLINE
                + "<p>03/02/2026</p><p>" + Cleaning.PROSE + "</p></article></body></html>";
        assertThat(Cleaning.kept(Articles.raw("pier", page).build()).getPublishedText())
                .isEqualTo("2026-02-03");
    }

    @Test
    void shouldTellTheDateOfChangeByItsMarkup() {
        var times =
                "<div><time class=\"published\">3 February 2026</time></div><div><time class=\"updated\">4 February 2026</time></div>";
        assertThat(article("", HEADLINE + times).getPublishedText()).isEqualTo("2026-02-03");
        assertThat(article("", times + HEADLINE).getPublishedText()).isEqualTo("2026-02-03");
    }

    @Test
    void shouldTakeOneTimeThatIsMarkedAsBoth() {
        var time = "<time class=\"entry-date published updated\" datetime=\"2026-02-03T08:00:00+05:00\">Tuesday</time>";
        assertThat(article("", HEADLINE + time).getPublishedText()).isEqualTo("2026-02-03T08:00:00+05:00");
    }

    @Test
    void shouldMoveUtcMomentToTheDayOfTheTimeElement() {
        var claim = meta("2026-02-04T00:25:56Z");
        var time = "<time datetime=\"2026-02-03\">Tuesday</time>";
        assertThat(article(claim, HEADLINE + time).getPublishedText()).isEqualTo("2026-02-03");
        assertThat(article(meta("2026-02-03T12:25:56Z"), HEADLINE + time).getPublishedText())
                .isEqualTo("2026-02-03T12:25:56Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/2026/02/03/pier", "/2026/2/3/pier", "/20260203-pier", "/news/03-02-2026", "/pier_2026-02-03"})
    void shouldReadTheDayInAnAddress(String path) {
        var page = "<html lang=de><head><title>Pier</title></head><body><article>" + HEADLINE + "<p>" + Cleaning.PROSE
                + "</p></article></body></html>";
        var raw = Articles.raw("a", page).setUrl("https://example.org" + path).build();
        assertThat(Cleaning.kept(raw).getPublishedText()).isEqualTo("2026-02-03");
    }

    @Test
    void shouldPassOverDatesOfOtherArticles() {
        var article = article(
                "",
                HEADLINE + "<p>" + Cleaning.PROSE + "</p><p>" + Cleaning.PROSE
                        + "</p><div class=\"related\"><a href=\"/2\">"
                        + "<time datetime=\"2026-01-02\">2 January 2026</time> Storm closes the harbour again</a></div>");
        assertThat(article.getPublishedText()).isNull();
    }

    private static String meta(String published) {
        return "<meta property=\"article:published_time\" content=\"" + published + "\">";
    }

    private static CleanArticle article(String head, String headline) {
        var html = Cleaning.page(
                head, "<article>" + headline + "<p>" + Cleaning.PROSE + "</p><p>" + Cleaning.PROSE + "</p></article>");
        return Cleaning.kept(Articles.raw("pier", "")
                .setFetch(null)
                .setBody(ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8)))
                .build());
    }
}
