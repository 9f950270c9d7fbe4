package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.dateline.runtime.Health;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A console with sample news and a browser to look at it; whatever the page complains of fails the test. */
abstract class Browsing {
    private static final Path PICTURES = Path.of("target", "screenshots");
    static final String UNNAMED = """
            () => [...document.querySelectorAll('a, button, input, select, summary, table, dialog, [role], section')]
              .filter(element => element.checkVisibility() && !element.closest('noscript'))
              .filter(element => {
                const by = element.getAttribute('aria-labelledby');
                const name = element.getAttribute('aria-label') || (by && document.getElementById(by)?.textContent)
                  || element.labels?.[0]?.textContent || element.textContent || element.title;
                return !name?.trim();
              })
              .map(element => element.outerHTML)""";

    static RunningConsole console;
    static StubPrometheus prometheus;
    private static Chromium chromium;

    final List<String> complaints = new ArrayList<>();
    boolean lossIsMeant;
    private BrowserContext context;
    Page page;

    @BeforeAll
    static void start() throws Exception {
        var executable = Chromium.executable();
        if (executable.isEmpty()) {
            System.err.println("SKIPPED: tests of the page need Chromium; install it or set CHROMIUM to its path");
        }
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium on this machine");
        prometheus = new StubPrometheus();
        console = new RunningConsole(0, Map.of(ConsoleConfig.PROMETHEUS_URL.key(), prometheus.url()));
        ConsolePreview.fill(console);
        await().until(() -> console.service().health().state() == Health.State.UP);
        chromium = new Chromium(executable.get());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (console != null) {
            console.close();
            prometheus.close();
        }
    }

    @BeforeEach
    void open() {
        context = chromium.browser.newContext();
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://127.0.0.1:")) {
                complaints.add("asks elsewhere: " + request.url());
            }
        });
    }

    @AfterEach
    void leave() {
        context.close();
        complaints.removeIf(text -> lossIsMeant && text.contains("net::ERR_"));
        assertThat(complaints).isEmpty();
    }

    void visit(String path) {
        page.navigate(console.address(path));
        assertThat(page.locator("#state-text")).hasText("Live");
    }

    void signIn() {
        page.locator("#sign-in").click();
        page.locator("#token").fill(RunningConsole.TOKEN);
        page.locator("#token").press("Enter");
        assertThat(page.locator("#sign-in")).hasText("night-shift: sign out");
    }

    /** The line with this in its title; copies name what they copy elsewhere. */
    Locator line(String title) {
        var named = page.locator(".title", new Page.LocatorOptions().setHasText(title));
        return page.locator(".item", new Page.LocatorOptions().setHas(named));
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
