package dev.dateline.pipeline.page;

import static dev.dateline.pipeline.page.Cleaning.PROSE;
import static dev.dateline.pipeline.page.Cleaning.kept;
import static dev.dateline.pipeline.page.Cleaning.page;
import static dev.dateline.pipeline.page.Cleaning.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.FeedItem;
import dev.dateline.testkit.Articles;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleCleanerTest {
    private static final String ARTICLE = page(
            "<title>Pier to be repaired - Example News</title>",
            "<article><h1>Pier to be repaired</h1><p>" + PROSE + "</p></article>");

    @Test
    void shouldKeepTitleAndTextOfAnArticle() {
        var article = kept(Articles.raw("pier", ARTICLE).build());
        assertThat(article.getTitle()).isEqualTo("Pier to be repaired");
        assertThat(article.getText()).isEqualTo(PROSE);
        assertThat(article.getLanguage()).isEqualTo("en");
        assertThat(article.getSketch().getSize()).isEqualTo(PROSE.length());
        assertThat(article.getExtractorVersion()).isEqualTo(ArticleCleaner.EXTRACTOR_VERSION);
    }

    @Test
    void shouldPassAWithdrawalThrough() {
        var article = kept(Articles.withdrawal("pier", "gone").build());
        assertThat(article.getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(article.getWithdrawnReason()).isEqualTo("gone");
        assertThat(article.getTitle()).isEmpty();
        assertThat(article.getText()).isEmpty();
        assertThat(article.getSketch()).isNull();
        assertThat(article.getEventTime()).isEqualTo(Articles.FETCHED);
    }

    @Test
    void shouldTakeTheEventTimeFromAPublicationBeforeTheFetch() {
        var html = page("<meta property='article:published_time' content='2026-02-27T08:00:00+05:00'>", "<p>" + PROSE);
        var article = kept(Articles.raw("pier", html).build());
        assertThat(article.getEventTime()).isEqualTo(Instant.parse("2026-02-27T03:00:00Z"));
        assertThat(article.getPublishedText()).isEqualTo("2026-02-27T08:00:00+05:00");
        assertThat(article.getPublishedFrom()).isEqualTo("meta");
    }

    @Test
    void shouldGiveEqualHashesToTheSameContentInOtherMarkup() {
        var other = ARTICLE.replace("<p>", "<p class='lead'>\n  ").replace("<h1>", "<h1> ");
        assertThat(kept(Articles.raw("a", other).build()).getContentHash())
                .isEqualTo(kept(Articles.raw("a", ARTICLE).build()).getContentHash());
    }

    @Test
    void shouldTakeTheFeedsContentWhenThePageHasNone() {
        var item = FeedItem.newBuilder()
                .setTitle("Pier")
                .setContent("<p>" + PROSE + "</p>")
                .build();
        var html = page("", "<div id=app>Loading</div>");
        assertThat(kept(Articles.raw("a", html).setFeedItem(item).build()).getText())
                .isEqualTo(PROSE);
    }

    @Test
    void shouldTakeTheArticleBodyOfJsonLdWhenThePageHasNone() {
        var html = page(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Pier\",\"articleBody\":\""
                        + PROSE + "\"}</script>",
                "<div id=app></div>");
        assertThat(kept(Articles.raw("a", html).build()).getText()).isEqualTo(PROSE);
    }

    @Test
    void shouldReadAWindows1251PageThatDoesNotSaySo() {
        var text = "Совет города решил отремонтировать старый паромный причал до начала зимних штормов. "
                .repeat(4)
                .strip();
        var bytes = page("<title>Причал отремонтируют</title>", "<p>" + text).getBytes(Charset.forName("windows-1251"));
        var raw = Articles.raw("a", "")
                .setFetch(null)
                .setBody(ByteBuffer.wrap(bytes))
                .build();
        assertThat(kept(raw).getText()).isEqualTo(text);
        assertThat(kept(raw).getLanguage()).isEqualTo("ru");
    }

    @Test
    void shouldDropWhatIsNoArticle() {
        assertThat(verdict(Articles.raw("a", "").build())).isEqualTo("EMPTY");
        assertThat(verdict(Articles.raw("a", "%PDF-1.7 ...").build())).isEqualTo("NOT_HTML");
        assertThat(verdict(Articles.raw("a", "<?xml version='1.0'?><rss><channel/></rss>")
                        .build()))
                .isEqualTo("NOT_HTML");
        assertThat(verdict(Articles.raw("a", page("", "<p>Too little.</p>")).build()))
                .isEqualTo("TOO_SHORT");
        assertThat(verdict(Articles.raw(
                                "a",
                                page(
                                        "<title>404 Not Found</title>",
                                        "<h1>404 Not Found</h1><p>" + PROSE.substring(0, 150)))
                        .build()))
                .isEqualTo("NOT_AN_ARTICLE");
        assertThat(verdict(Articles.raw("a", page("", "<p>Please log in.</p><form><input type=password></form>"))
                        .build()))
                .isEqualTo("NOT_AN_ARTICLE");
    }

    @Test
    void shouldDropASectionPage() {
        var teasers = "<li><a href='/a'>Council agrees to repair the old pier</a></li>".repeat(60);
        assertThat(verdict(Articles.raw("a", page("<title>News</title>", "<ul>" + teasers + "</ul>"))
                        .build()))
                .isEqualTo("NOT_AN_ARTICLE");
    }

    @Test
    void shouldDropAPageOverTheLimit() {
        var small = new ArticleCleaner(new CleanerLimits(100, 100, 100, 100), (title, text) -> Optional.empty());
        var dropped = small.apply(Articles.raw("a", ARTICLE).build())
                .fold(article -> "kept", (reason, detail) -> reason.name());
        assertThat(dropped).isEqualTo("TOO_LARGE");
    }

    @Test
    void shouldReadHostilePagesWithinTheirLimits() {
        var nested = "<div>".repeat(100_000) + "<p>" + PROSE;
        var started = System.nanoTime();
        assertThat(verdict(Articles.raw("a", page("", nested)).build())).isEqualTo("kept");
        assertThat(verdict(Articles.raw("a", page("", "<b><i><a href=x>".repeat(20_000) + PROSE))
                        .build()))
                .isNotEmpty();
        assertThat(verdict(Articles.raw("a", page("", "<table><tr><td>".repeat(5_000) + PROSE))
                        .build()))
                .isNotEmpty();
        assertThat(verdict(Articles.raw("a", page("", "<p>" + "a: ".repeat(300_000)))
                        .build()))
                .isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void shouldDropAPageOfTeasers() {
        var teaser = "<div><h3><a href='/a'>Pier to be repaired before winter</a></h3>"
                + "<p>Work will begin in three weeks and cost about two million crowns.</p></div>";
        assertThat(verdict(Articles.raw("teasers", page("", "<main><h1>Harbour</h1>" + teaser.repeat(6) + "</main>"))
                        .build()))
                .isEqualTo("NOT_AN_ARTICLE");
    }

    @Test
    void shouldNotCountAPromotionAsTextOfAStub() {
        var stub = page(
                "<meta property='og:type' content='article'>",
                "<div class='story'><h1>Pier to be repaired</h1><p>The pier will be repaired. More to follow.</p>"
                        + "<div class='promo'><p>Reading is free because our readers support us, from three crowns.</p>"
                        + "</div></div>");
        assertThat(verdict(Articles.raw("stub", stub).build())).isEqualTo("TOO_SHORT");
    }

    @Test
    void shouldReadGb2312AsTheStandardDoes() {
        var html = "<meta charset=gb2312><h1>“水不认国界”——对话冰川学者</h1><p>" + "冰川的末端每年后退十六米，这个数字大家都知道。".repeat(8) + "</p>";
        var raw = Articles.raw("a", "")
                .setFetch(null)
                .setBody(ByteBuffer.wrap(html.getBytes(Charset.forName("GB18030"))));
        assertThat(kept(raw.build()).getTitle()).isEqualTo("“水不认国界”——对话冰川学者");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Ночь на «Причале»;Ночь на «Причале» » Порт",
                "Театр поставил «Чайку» на пирсе;Театр поставил «Чайку» на пирсе - Порт",
                "»Wir bleiben«, sagt der Hafen;»Wir bleiben«, sagt der Hafen | Hafenblatt"
            })
    void shouldKeepQuotedWordsInATitle(String title, String inHead) {
        var html = page("<title>" + inHead + "</title>", "<h1>" + title + "</h1><p>" + PROSE + "</p>");
        assertThat(kept(Articles.raw("a", html).build()).getTitle()).isEqualTo(title);
    }

    @Test
    void shouldReadAnAuthorWithoutTheOutletThatWasWrittenFor() {
        var html = page("", "<h1>Pier</h1><p>Анна Петрова, специально для «Порта»</p><p>" + PROSE + "</p>");
        assertThat(kept(Articles.raw("a", html).build()).getAuthors()).containsExactly("Анна Петрова");
    }

    @Test
    void shouldDropAStubHoweverMuchStandsAroundIt() {
        var html = page(
                "",
                "<p>Home<p>Economy<p>Town<h1>Summit</h1><p>12 May 2026 | Read 312 times<div>The summit has begun. More"
                        + " later.</div><p>Two rooms to let near the circus<p>The Harbour Gazette, 12 Pier Street. All letters"
                        + " are answered by the editors.");
        assertThat(verdict(Articles.raw("a", html).build())).isEqualTo("TOO_SHORT");
    }

    @Test
    void shouldDropAGallery() {
        var picture =
                "<figure><img src=a.jpg><figcaption>A boat sells onions in the main street of the town.</figcaption></figure>";
        var html = page("", "<h1>In pictures: the flood</h1>" + picture.repeat(5));
        assertThat(verdict(Articles.raw("a", html).build())).isEqualTo("NOT_AN_ARTICLE");
    }

    @Test
    void shouldDropAListOfLinkedLines() {
        var line = "<div><a href=/b>Ferries to the islands run again</a><span>The storm held up four.</span></div>";
        assertThat(verdict(Articles.raw("a", page("", "<h1>Sea</h1>" + line.repeat(6)))
                        .build()))
                .isEqualTo("NOT_AN_ARTICLE");
    }

    @Test
    void shouldTakeATextUnderAnImageForItsCaption() {
        var html = page(
                "",
                "<h1>Pier</h1><p>" + PROSE
                        + "</p><p><img src=a.jpg><br><font>The pier at dawn (Port Ellery archive)</font></p><p>"
                        + PROSE.replace("Monday", "Friday") + "</p>");
        var article = kept(Articles.raw("a", html).build());
        assertThat(article.getCaptions()).containsExactly("The pier at dawn (Port Ellery archive)");
        assertThat(article.getText()).doesNotContain("archive");
    }

    @Test
    void shouldTakeOutALinkToOtherReadingInAParagraphOfItsOwn() {
        var html = page(
                "",
                "<h1>Pier</h1><p>" + PROSE
                        + "</p><p><b>Lesenswert:</b> <a href=/b>What the new ferry will cost</a></p><p>"
                        + PROSE.replace("Monday", "Friday") + "</p>");
        assertThat(kept(Articles.raw("a", html).build()).getText()).doesNotContain("new ferry will cost");
    }
}
