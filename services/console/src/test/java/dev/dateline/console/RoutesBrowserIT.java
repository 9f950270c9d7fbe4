package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.Route;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Routes in the page, with mouse and keyboard. */
@Tag("slow")
class RoutesBrowserIT extends Browsing {
    private static final double PATIENCE_MILLIS = 30_000;

    private Locator button(String inside, String name) {
        return page.locator(inside).locator("button", new Locator.LocatorOptions().setHasText(name));
    }

    private static void route(String name, String expression) throws Exception {
        console.send(
                Topics::route,
                name,
                Route.newBuilder()
                        .setName(name)
                        .setExpression(expression)
                        .setCreatedAt(Instant.parse("2026-03-01T12:00:00Z"))
                        .setCreatedBy("day-shift")
                        .build());
    }

    @Test
    void shouldOnlyShowRoutesUntilSomebodySignsIn() throws Exception {
        route("hostile", "title contains '<img src=x onerror=alert(1)>'");
        visit("/");
        assertThat(page.locator("#routes")).containsText("news.route.hostile.v1");
        assertThat(page.locator("#route-add")).not().isVisible();

        button("#routes", "hostile").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#route-body")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#route-body")).containsText("by day-shift");
        assertThat(page.locator("#route-body img")).hasCount(0);
        assertThat(button("#route-body", "Remove")).not().isVisible();
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        page.keyboard().press("Escape");
        assertThat(page.locator("#route-dialog")).not().isVisible();
    }

    @Test
    void shouldMakeAndRemoveARouteByKeyboardAlone() throws Exception {
        visit("/");
        signIn();
        page.locator("#route-add").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("steppe-desk");
        page.keyboard().press("Tab");
        page.keyboard().type("region = Kasachstan and language = kk");
        page.keyboard().press("Tab");
        page.keyboard().type("For the desk");
        page.keyboard().press("Enter");
        assertThat(page.locator("#route-body .problem"))
                .hasText(
                        "character 10, before Kasachstan and langu...: no region is called 'Kasachstan'. Did you mean Kazakhstan?");
        forgive("400");
        assertThat(page.locator("#route-expression")).isFocused();
        assertThat(page.evaluate("(field => field.value.slice(field.selectionStart, field.selectionEnd))"
                        + "(document.querySelector('#route-expression'))"))
                .isEqualTo("Kasachstan");
        page.keyboard().type("Kazakhstan");
        page.locator("#route-description").press("Enter");

        assertThat(page.locator("#route-body .done")).containsText("its topic is news.route.steppe-desk.v1");
        assertThat(page.locator("#route-filling")).containsText("articles handed over", patience());
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        page.keyboard().press("Escape");
        assertThat(page.locator("#routes")).containsText("For the desk · news.route.steppe-desk.v1");

        button("#routes", "steppe-desk").press("Enter");
        button("#route-body", "Remove").press("Enter");
        page.keyboard().type("trial is over");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#route-body .done")).hasText("steppe-desk is removed.");
        page.keyboard().press("Escape");
        assertThat(page.locator("#routes")).not().containsText("steppe-desk");
        assertThat(console.get("/api/acts").body())
                .contains("\"set_route\"")
                .contains("\"remove_route\"")
                .contains("trial is over");
    }

    @Test
    void shouldTestAnExpressionOnAPhone() {
        page.route(
                "**/api/v1/routes/test",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(
                                "{\"expression\":\"language in ('kk')\",\"since\":\"2026-03-01T12:00:00Z\",\"count\":1,"
                                        + "\"looked\":9,\"newest\":[{\"id\":\"a\",\"eventTime\":\"2026-03-02T12:00:00Z\","
                                        + "\"title\":\"<b>Dam</b>\",\"url\":\"javascript:alert(1)\"}]}")));
        page.setViewportSize(375, 740);
        visit("/");
        signIn();
        page.locator("#route-add").click();
        page.locator("#route-expression").fill("language = kk");
        button("#route-dialog", "Test").click();

        assertThat(page.locator("#route-body [role=status]")).containsText("1 of 9 articles since");
        assertThat(page.locator("#route-body li")).containsText("<b>Dam</b>");
        assertThat(page.locator("#route-body a")).hasCount(0);
        assertThat(page.evaluate("document.querySelector('#route-dialog').scrollWidth <= 375"))
                .isEqualTo(true);
        assertThat(page.evaluate(UNNAMED)).isEqualTo(List.of());
        assertThat(page.locator("#route-dialog")).matchesAriaSnapshot("""
                - heading "Add a route" [level=2]
                - button "Close"
                - textbox "Name"
                - textbox "What belongs to it"
                - textbox "What it is for"
                - button "Test"
                - button "Save"
                """);
        picture("route-375");
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }

    /** The browser notes each refused request as an error of its own. */
    private void forgive(String status) {
        page.waitForTimeout(100);
        complaints.removeIf(text -> text.contains("status of " + status));
    }
}
