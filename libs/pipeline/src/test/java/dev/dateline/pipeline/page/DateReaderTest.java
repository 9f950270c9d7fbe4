package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

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
    void shouldNotTakeChangeForPublication() {
        var article =
                article(meta("2026-01-30T08:00:00+02:00"), HEADLINE + "<p>Last updated:</p><p>3 February 2026</p>");
        assertThat(article.getPublishedText()).isEqualTo("2026-01-30T08:00:00+02:00");
        assertThat(article.getModified()).isEqualTo(Instant.parse("2026-02-03T00:00:00Z"));
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
