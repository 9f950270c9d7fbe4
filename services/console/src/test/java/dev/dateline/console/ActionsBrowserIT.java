package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.testkit.Articles;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What operators do in the page, with mouse and keyboard. */
@Tag("slow")
class ActionsBrowserIT extends Browsing {
    private static final int PATIENCE_MILLIS = 30_000;

    private Locator button(String inside, String name) {
        return page.locator(inside).locator("button", new Locator.LocatorOptions().setHasText(name));
    }

    private static void letter(String key, String failure) throws Exception {
        var fault = new DeadLetters.Fault(
                "clean", console.kafka.topics().raw().name(), 0, 0, new IllegalStateException(failure));
        try (var producer = Clients.producer(console.kafka, "test")) {
            producer.send(new ProducerRecord<>(
                            console.kafka.topics().deadLetter().name(),
                            0,
                            key,
                            new byte[] {1, 2},
                            DeadLetters.headers(new RecordHeaders(), fault)))
                    .get();
        }
    }

    @Test
    void shouldOnlyReadUntilSomebodySignsIn() {
        visit("/");
        button("#sources", "Steppe Herald").click();
        assertThat(page.locator("#source-body")).containsText("Last success");
        assertThat(button("#source-body", "Pause")).not().isVisible();
        page.keyboard().press("Escape");

        page.locator("#sign-in").click();
        page.locator("#token").fill("not-the-right-token");
        page.locator("#token").press("Enter");
        assertThat(page.locator("#session-problem")).containsText("needs a token that the console knows");
        forgive("401");
        page.locator("#session-cancel").click();

        signIn();
        page.reload();
        assertThat(page.locator("#sign-in")).hasText("night-shift: sign out");
        page.locator("#sign-in").click();
        assertThat(page.locator("#sign-in")).hasText("Sign in");
        assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void shouldPauseASourceByKeyboardAlone() throws Exception {
        console.send(
                Topics::source,
                "steppe-herald",
                Source.newBuilder()
                        .setId("steppe-herald")
                        .setName("Steppe Herald")
                        .setUrl("https://steppe.example/feed")
                        .setPublisher(new Publisher(null, null, null))
                        .build());
        visit("/");
        signIn();

        button("#sources", "Steppe Herald").focus();
        page.keyboard().press("Enter");
        button("#source-body", "Pause").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#source-body .done")).containsText("It is polled no more");
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        picture("source");
        page.keyboard().press("Escape");
        assertThat(page.locator("#source-dialog")).not().isVisible();
    }

    @Test
    void shouldShowADeadLetterAsTextAndDiscardIt() throws Exception {
        letter("hostile", "<img src=x onerror=alert(1)>");
        letter("hostile", "<img src=x onerror=alert(1)>");
        visit("/");
        signIn();
        assertThat(page.locator("#letters summary")).containsText("clean · processing failed");

        page.locator("#letters summary").click();
        page.locator("#letters .mark").first().click();
        assertThat(page.locator("#letter-body")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#letter-body img")).hasCount(0);
        assertThat(page.locator("#letter-body")).containsText("cannot be decoded");
        button("#letter-body", "Discard").click();
        assertThat(page.locator("#letter-body .problem").last()).containsText("note must say why");
        forgive("400");
        picture("dead-letter");
        page.locator("#letter-close").click();

        page.locator("#letters [name=note]").fill("not ours");
        button("#letters", "Try a retry all 2").click();
        assertThat(page.locator("#letters .done")).containsText("would be done");
        button("#letters", "Discard all 2").click();
        assertThat(page.locator("#letters-count")).containsText("2 answered");
        page.locator("#history summary").click();
        assertThat(page.locator("#acts li").first()).containsText("night-shift: discard");
    }

    @Test
    void shouldTakeAnArticleDownFromItsTraceOnAPhone() throws Exception {
        console.send(
                Topics::unique,
                "summit",
                Articles.unique("summit", "Five presidents", "A timetable.").build());
        page.setViewportSize(375, 740);
        visit("/?article=summit");
        page.locator("#trace-close").click();
        signIn();
        line("railway timetable").locator(".title").click();

        page.locator("#trace-body [name=note]").fill("a court says so");
        button("#trace-body", "Take down").click();

        // Two topics are searched for it first
        assertThat(page.locator("#trace-body .done"))
                .containsText(
                        "is let in no more", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.evaluate("document.querySelector('#trace').scrollWidth <= 375"))
                .isEqualTo(true);
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
    }

    @Test
    void shouldTakeDownAllThatHaveWordsOnceTheyWereShown() throws Exception {
        for (var id : List.of("rumour-1", "rumour-2")) {
            console.send(
                    Topics::unique,
                    id,
                    Articles.unique(id, SampleNews.HOSTILE_TITLE, "A rumour about the reservoir.")
                            .build());
        }
        visit("/");
        signIn();
        page.keyboard().press("f");
        page.locator("#find-text").fill("about the RESERVOIR");
        page.locator("#find-words").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#find-body [role=status]").first())
                .hasText("2 would be taken down.", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("#find-body")).containsText(SampleNews.HOSTILE_TITLE);
        assertThat(page.locator("#find-body img, #find-body script")).hasCount(0);
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        assertThat(page.locator("#find-dialog")).matchesAriaSnapshot("""
                - heading "Where did it go?" [level=2]
                - search:
                  - searchbox "Address or id of an article, id of a source, or words"
                  - button "Search"
                  - combobox "Words of"
                  - button "Find words to take down"
                - status: 2 would be taken down.
                - list "Would be taken down":
                  - listitem
                  - listitem
                - textbox /Why/
                - button "Take down these 2 articles"
                """);
        picture("takedown");
        button("#find-body", "Take down these 2 articles").click();
        assertThat(page.locator("#find-body .problem")).containsText("note must say why");
        forgive("400");
        assertThat(console.get("/api/acts").body()).doesNotContain("rumour");

        page.locator("#find-body [name=note]").fill("it was made up");
        button("#find-body", "Take down these 2 articles").click();
        assertThat(page.locator("#find-body .done"))
                .containsText("2 taken down", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(console.get("/api/acts").body())
                .contains("\"rumour-1\"")
                .contains("\"rumour-2\"")
                .contains("it was made up");
    }

    @Test
    void shouldOfferToTakeDownWhatTheTracesTellOf() throws Exception {
        console.send(
                Topics::unique,
                "leak",
                Articles.unique("leak", "A leak", "It leaked.").build());
        var trace = "{\"at\":\"2026-03-01T12:00:00Z\",\"stage\":\"dedup\",\"outcome\":\"KEPT\",\"article_id\":\"leak\","
                + "\"url\":\"https://steppe.example/leak\",\"topic\":\"t\",\"topic_partition\":0,\"topic_offset\":1}";
        page.route(
                "**/api/traces*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"traces\":[" + trace + "," + trace + "]}")));
        page.setViewportSize(375, 740);
        visit("/");
        signIn();
        page.locator("#find").click();
        page.locator("#find-text").fill("https://steppe.example/leak");
        page.locator("#find-text").press("Enter");
        button("#find-body", "Take it down…").click();

        assertThat(page.locator("#find-body").getByText("1 would be taken down."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.evaluate("document.querySelector('#find-dialog').scrollWidth <= 375"))
                .isEqualTo(true);
        picture("takedown-375");
    }

    /** The browser notes each refused request as an error of its own. */
    private void forgive(String status) {
        complaints.removeIf(text -> text.contains("status of " + status));
    }
}
