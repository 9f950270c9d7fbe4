package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page shows of the alerts, and how it leads on from there. */
@Tag("slow")
class AlertsBrowserIT extends Browsing {

    /** The console knows an answer for some seconds; a test wants another one at once. */
    @BeforeEach
    void forget() throws Exception {
        console.restart();
    }

    private static Map<String, Object> silent(String source, String summary) {
        return StubPrometheus.alert(
                "SourceSilent",
                "firing",
                "ticket",
                Map.of("source", source),
                Map.of(
                        "summary", summary,
                        "impact", "Its news is missing and nobody notices.",
                        "actions", "Open its feed in a browser.",
                        "runbook", "docs/runbooks.md#sourcesilent"));
    }

    private static Map<String, Object> late(String state) {
        return StubPrometheus.alert(
                "ArticlesLateFast",
                state,
                "page",
                Map.of(),
                Map.of("summary", "31% of articles are stored late", "runbook", "https://elsewhere.example/late"));
    }

    @Test
    void shouldSayNothingWhenAllIsWell() {
        prometheus.says(StubPrometheus.WATCHDOG);
        visit("/");
        assertThat(page.locator("#alerts-count")).hasText("all quiet");
        assertThat(page.locator("#alarm")).isHidden();
        assertThat(page.locator("#alerts-problem")).isHidden();
        assertThat(page).hasTitle("Dateline");
    }

    @Test
    void shouldLeadByKeyboardFromTheHeaderToTheRunbook() {
        prometheus.saysBesideWatchdog(silent("steppe-herald", "steppe-herald is silent"), late("firing"));
        visit("/");
        assertThat(page.locator("#alarm")).hasText("2 alerts fire");
        assertThat(page).hasTitle("(2) Dateline");
        page.locator("#alarm").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#alerts-title")).isFocused();

        assertThat(page.locator("#alerts li").first()).containsText("31% of articles");
        assertThat(page.locator("main")).matchesAriaSnapshot("""
                - region "Alerts":
                  - heading "Alerts" [level=2]
                  - paragraph: 2 firing
                  - list "Alerts, the gravest first":
                    - listitem:
                      - paragraph: page 31% of articles are stored late
                      - paragraph:
                        - link "Runbook"
                    - listitem:
                      - paragraph: ticket steppe-herald is silent
                      - paragraph:
                        - button "steppe-herald"
                        - link "Runbook of SourceSilent"
                """);
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        picture("alerts");
        page.locator("#alerts button").click();
        assertThat(page.locator("#source-title")).hasText("Steppe Herald");
        page.keyboard().press("Escape");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Runbook of SourceSilent"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h2.asked")).hasText("SourceSilent");
        assertThat(page.locator("h2.asked")).isFocused();
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        picture("runbook");
    }

    @Test
    void shouldShowHostileWordsAsTextOnAPhone() {
        prometheus.saysBesideWatchdog(
                silent("<b>x</b>", SampleNews.HOSTILE_TITLE),
                StubPrometheus.alert(
                        "Odd", "pending", "", Map.of(), Map.of("summary", "odd", "runbook", "javascript:alert(1)")));
        page.setViewportSize(375, 740);
        visit("/");
        assertThat(page.locator("#alerts")).containsText(SampleNews.HOSTILE_TITLE);
        assertThat(page.locator("#alerts img, #alerts script, #alerts b")).hasCount(0);
        assertThat(page.locator("#alerts a[href^=javascript]")).hasCount(0);
        assertThat(page.locator("#alerts-count")).hasText("1 firing, 1 pending");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 375")).isEqualTo(true);
        page.locator("#alerts-title").scrollIntoViewIfNeeded();
        picture("alerts-375");
    }

    @Test
    void shouldCallItAFaultWhenAlertingItselfDoesNotWork() throws Exception {
        prometheus.says(late("firing"));
        visit("/");
        assertThat(page.locator("#alarm")).hasText("1 alert fires. Alerting does not work");
        assertThat(page.locator("#alerts-problem")).containsText("its Watchdog does not fire");

        prometheus.answers(500, "");
        console.restart();
        visit("/");
        assertThat(page.locator("#alerts-count")).hasText("not known");
        assertThat(page.locator("#alerts-problem")).containsText("it answers with status 500");
        assertThat(page.locator("#alarm")).hasText("Alerting does not work");
    }
}
