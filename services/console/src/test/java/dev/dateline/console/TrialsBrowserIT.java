package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceTrial;
import dev.dateline.schema.TrialItem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a poll would give, shown in the page. */
@Tag("slow")
class TrialsBrowserIT extends Browsing {
    private static TrialItem item(String title, String link, boolean seen, Boolean allowed) {
        return TrialItem.newBuilder()
                .setTitle(title)
                .setLink(link)
                .setPublished(Instant.parse("2026-03-01T09:30:00Z"))
                .setSeen(seen)
                .setAllowed(allowed)
                .build();
    }

    private static void feed(SourceTrial.Builder trial) {
        trial.setHttpStatus(200)
                .setFinalUrl("https://steppe.example/rss")
                .setRedirects(List.of("https://steppe.example/rss"))
                .setContentType("application/rss+xml; charset=windows-1251")
                .setCharset("windows-1251")
                .setSize(48_211)
                .setDurationMillis(412)
                .setRobots("allows it, and asks for 10 s between requests")
                .setListed(120)
                .setFresh(2)
                .setItems(List.of(
                        item("Five presidents agree", "https://steppe.example/summit", true, true),
                        item(SampleNews.HOSTILE_TITLE, "javascript:alert(4)", false, null),
                        item("Members only", "https://steppe.example/members", false, false)));
    }

    @Test
    void shouldTestASourceByKeyboardAlone() throws Exception {
        console.send(
                Topics::source,
                "steppe-herald",
                Source.newBuilder()
                        .setId("steppe-herald")
                        .setName("Steppe Herald")
                        .setUrl("https://steppe.example/feed")
                        .setPublisher(new Publisher(null, null, null))
                        .build());
        try (var fetcher = new StubFetcher(console, TrialsBrowserIT::feed)) {
            visit("/");
            signIn();
            page.locator("#sources button", new Page.LocatorOptions().setHasText("Steppe Herald"))
                    .focus();
            page.keyboard().press("Enter");
            page.locator("#source-body button", new Page.LocatorOptions().setHasText("Test"))
                    .focus();
            page.keyboard().press("Enter");

            assertThat(page.locator("#trial-body .done")).hasText("120 items; a poll would open 2 of them.");
            assertThat(page.locator("#trial-body")).containsText("windows-1251");
            assertThat(page.locator("#trial-body")).containsText("asks for 10 s between requests");
            var items = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Items"));
            assertThat(items.getByRole(AriaRole.ROW)).hasCount(5);
            assertThat(items).containsText(SampleNews.HOSTILE_TITLE);
            assertThat(items).containsText("pass it over: seen before");
            assertThat(items).containsText("not open it: robots.txt");
            assertThat(items.locator("img, script, a[href^=javascript]")).hasCount(0);
            assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
            assertThat(page.locator("#trial-dialog")).matchesAriaSnapshot("""
                    - heading "Test of Steppe Herald" [level=2]
                    - button "Close"
                    - status: /120 items/
                    - table "Items":
                      - rowgroup:
                        - row:
                          - columnheader "Item"
                          - columnheader "Date"
                          - columnheader "A poll would"
                    """);
            picture("trial");
            page.keyboard().press("Escape");
            assertThat(page.locator("#trial-dialog")).not().isVisible();
            assertThat(fetcher).isNotNull();
        }
        assertThat(console.get("/api/acts").body()).contains("\"test\"").contains("steppe-herald");
    }

    @Test
    void shouldSayOnAPhoneWhatTheGuardRefuses() throws Exception {
        var refusal = "Our own guard refuses it: not an address of the public web: intranet is at 10.0.0.7";
        try (var fetcher = new StubFetcher(console, trial -> trial.setProblem(refusal))) {
            page.setViewportSize(375, 740);
            visit("/");
            assertThat(page.locator("#test")).not().isVisible();
            signIn();
            page.locator("#test").click();
            page.locator("#trial-url").fill("http://intranet/feed");
            page.locator("#trial-url").press("Enter");

            assertThat(page.locator("#trial-body .problem")).hasText(refusal);
            assertThat(page.locator("#trial-body")).containsText("no answer");
            assertThat(page.evaluate("document.querySelector('#trial-dialog').scrollWidth <= 375"))
                    .isEqualTo(true);
            assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
            picture("trial-375");
            assertThat(fetcher).isNotNull();
        }
    }
}
