package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.DispositionOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page in a real browser, on a real broker. Pictures of it are left in the build's folder. */
class BrowserIT extends Browsing {
    /** Far more than it takes, for a build machine that does other things too. */
    private static final long RESPONSE_MILLIS = 5_000;

    private static void article(String id, String title) throws Exception {
        console.send(Topics::enriched, id, SampleNews.article(id, title).build());
    }

    @Test
    void shouldShowArticlesAsTheyArriveEvenWithoutATitle() throws Exception {
        visit("/");

        article("bridge", "A bridge is closed");
        article("nameless", "");

        assertThat(line("A bridge is closed")).isVisible();
        assertThat(line("Untitled article")).isVisible();
        assertThat(page.locator("#figures")).containsText("Latency p95");
        assertThat(page.locator("#as-of")).containsText("data as of");
        picture("light");
    }

    @Test
    void shouldFilterAndKeepTheFiltersInTheAddress() {
        visit("/");

        page.locator("#region").selectOption("KG");
        page.locator("#language").selectOption("ru");
        page.locator("#source").selectOption("steppe-herald");
        page.locator("#text").fill("голосования");

        assertThat(page.locator(".item")).hasCount(1);
        assertThat(line("В Бишкеке")).isVisible();
        page.waitForURL(url -> url.contains("text="));
        assertThat(page.url()).contains("region=KG", "language=ru", "source=steppe-herald");
        page.reload();
        assertThat(page.locator("#region")).hasValue("KG");
        assertThat(page.locator(".item")).hasCount(1);
        page.locator("#clear").click();
        assertThat(line("railway timetable")).isVisible();
    }

    @Test
    void shouldOfferFirstWhatTheLatestArticlesHave() {
        visit("/?outcome=nonsense");

        assertThat(page.locator("#region optgroup").first().locator("option[value=KG]"))
                .hasText(Pattern.compile("Kyrgyzstan \\(\\d+\\)"));
        assertThat(page.locator("#region optgroup").last().locator("option[value=BR]"))
                .hasText("Brazil");
        assertThat(page.locator("#outcome")).hasValue("");
        assertThat(page).not().hasURL(Pattern.compile("nonsense"));
    }

    @Test
    void shouldStayLiveWhateverAnAddressAsksFor() {
        visit("/?region=Atlantis&theme=medtop:1&language=no+language&text=" + "%09x".repeat(300));

        assertThat(page.locator("#region")).hasValue("");
        assertThat(page.locator("#state-text")).hasText("Live");
        visit("/?region=custom:steppe&theme=custom:wool&language=kk-Arab");
        assertThat(page.locator("#region")).hasValue("custom:steppe");
    }

    @Test
    void shouldFilterByOutcomeWhatIsThereAndWhatComes() throws Exception {
        visit("/?outcome=copy");
        assertThat(line("Copy copy-1"))
                .containsText("wire copy of “Five presidents agree on a shared railway timetable”, 94% alike");
        assertThat(page.locator(".item:not([data-outcome=COPY])")).hasCount(0);

        page.locator("#outcome").selectOption("dropped");
        assertThat(line("steppe.example/gallery")).containsText("dropped at clean: not an article");
        var late = SampleNews.disposition("late", "dedup", DispositionOutcome.DROPPED, "unchanged");
        console.send(Topics::disposition, "late", late);

        assertThat(line("steppe.example/late")).containsText("unchanged");
        page.locator("#outcome").selectOption("dead");
        assertThat(page.locator(".item")).hasCount(1);
        assertThat(line("steppe.example/poison")).containsText("bad marker");
    }

    @Test
    void shouldOpenTheTraceWithItsEvidenceHighlighted() {
        visit("/");
        assertThat(line("railway timetable")).isVisible();

        page.keyboard().press("j");
        assertThat(page.locator(".title").first()).isFocused();
        line("railway timetable").locator(".title").press("Enter");

        assertThat(page.locator("#trace-title mark")).hasText("presidents");
        assertThat(page.locator("#trace-text mark").first()).hasText("ASTANA");
        assertThat(page.locator("#trace-text")).containsText("from next spring");
        assertThat(page.locator("[data-step=raw]")).containsText("HTTP 200, text/html");
        assertThat(page.locator("[data-step=clean]")).containsText("97% sure");
        assertThat(page.locator("[data-step=verdict]")).containsText("original");
        assertThat(page.locator("[data-step=tags]")).containsText("news.article.enriched.v1");
        assertThat(page.locator("#trace-body")).containsText("SELECT * FROM article WHERE article_id = 'summit'");
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        picture("trace");
        assertThat(page.url()).contains("article=summit");
        page.keyboard().press("Escape");
        assertThat(page.locator("#trace")).not().isVisible();
        assertThat(page).not().hasURL(Pattern.compile("article="));
    }

    @Test
    void shouldSayWhatACopyCopies() {
        visit("/?article=copy-1");

        assertThat(page.locator("#trace-body")).containsText("Five presidents agree");
        assertThat(page.locator("[data-step=verdict]")).containsText("94% of all phrases");
        assertThat(page.locator("#trace-body")).containsText("SELECT * FROM duplicate");
    }

    @Test
    void shouldShowMarkupAsText() {
        visit("/");

        assertThat(line("<script>alert(2)</script>")).isVisible();
        line("<script>alert(2)</script>").locator(".title").click();

        assertThat(page.locator("#trace-title")).hasText(SampleNews.HOSTILE_TITLE);
        assertThat(page.locator("[href^='javascript:']")).hasCount(0);
    }

    @Test
    void shouldLeadToTheTopicsAndFromThereToTheirRecords() {
        visit("/");
        page.locator("footer").getByText("topics").click();

        assertThat(page.locator("h1")).hasText("Dateline: the topics");
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        picture("topics");
        page.locator("a[href='#EnrichedArticle']").first().click();
        assertThat(page.locator("#EnrichedArticle")).isInViewport();
        page.locator("a[href='/api']").click();
        assertThat(page.locator("h1")).hasText("Dateline: the API");
    }

    @Test
    void shouldHoldWhatComesWhilePaused() throws Exception {
        visit("/");
        page.locator("#pause").click();

        article("held-1", "Held back first");
        article("held-2", "Held back second");

        assertThat(page.locator("#held")).hasText("2 new: show");
        assertThat(line("Held back")).hasCount(0);
        assertThat(page.locator("#state-text")).hasText("Live, page paused");
        page.locator("#held").click();
        assertThat(line("Held back")).hasCount(2);
    }

    @Test
    void shouldFitAPhoneInTheDarkAndNameEverything() {
        page.setViewportSize(375, 740);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        visit("/");
        assertThat(line("railway timetable")).isVisible();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        picture("phone-dark");
        line("railway timetable").locator(".title").click();
        assertThat(page.locator("[data-step=tags]")).isVisible();
        assertThat(page.evaluate("document.querySelector('#trace').scrollWidth <= 375"))
                .isEqualTo(true);
        picture("phone-dark-trace");
    }

    @Test
    void shouldSayThatTheConnectionIsLostAndMissNothing() throws Exception {
        lossIsMeant = true;
        try (var relay = new Relay(console.service().port())) {
            page.navigate(relay.address("/"));
            assertThat(page.locator("#state-text")).hasText("Live");
            article("before-the-cut", "Before the cut");
            assertThat(line("Before the cut")).isVisible();

            relay.cut();
            assertThat(page.locator("#banner")).containsText("The connection is lost. What you see is from");
            picture("lost");
            article("during-the-cut", "During the cut");
            relay.mend();

            assertThat(line("During the cut")).isVisible();
            assertThat(line("Before the cut")).hasCount(1);
            assertThat(page.locator("#banner")).not().isVisible();
        }
    }

    @Test
    void shouldStayQuickWithTenThousandArticles() throws Exception {
        visit("/");
        var hourAgo = Instant.now().minusSeconds(3_600);
        var sent = new ArrayList<Future<?>>();
        for (var number = 0; number < 10_000; number++) {
            var id = "flood-" + number;
            var article = SampleNews.article(id, "Flood " + number).setSourceId("flood");
            sent.add(console.begin(Topics::enriched, id, article.build(), hourAgo.plusMillis(number)));
        }
        for (var record : sent) {
            record.get();
        }

        await().until(() -> console.get("/api/articles?text=flood-9999").body().contains("Flood 9999"));
        assertThat(page.locator(".item")).hasCount(1_000, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        var begun = System.nanoTime();
        page.locator("#outcome").selectOption("original");
        page.locator("#text").fill("Flood 42");
        assertThat(page.locator(".item").first()).containsText("Flood 42");
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(RESPONSE_MILLIS);
    }
}
