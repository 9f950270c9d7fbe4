package dev.dateline.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.RegionRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A page with 1,000 rows while 50 articles come a second: it must neither stall nor grow. Some seconds of it by default; with
 * {@code -Ddrill=true} ten minutes, whose figures stand in docs/console.md.
 */
@Tag("slow")
class PageUnderLoadIT extends Browsing {
    private static final boolean DRILL = Boolean.getBoolean("drill");
    private static final Duration SETTLING = DRILL ? Duration.ofMinutes(1) : Duration.ofSeconds(4);
    private static final Duration MEASURED = DRILL ? Duration.ofMinutes(9) : Duration.ofSeconds(8);
    private static final int ROWS = 1_000;
    private static final int PER_SECOND = 50;
    /** A tab that is open all week must stay usable. Within seconds, not all lines that were there at the begin are gone. */
    private static final double GROWTH = DRILL ? 1.05 : 1.1;

    private static final long ROOM_BYTES = 1 << 20;
    /** Of one core. Long tasks are told, not judged: their time is the clock's, which passes for all programs of a machine. */
    private static final double BUSY_SHARE = 0.35;

    private static final String OBSERVE = """
            window.stalls = [];
            new PerformanceObserver(list => list.getEntries().forEach(entry => stalls.push(entry.duration)))
              .observe({ type: 'longtask', buffered: true });""";

    private static final JsonObject THREAD_TIME = new JsonObject();

    static {
        THREAD_TIME.addProperty("timeDomain", "threadTicks");
    }

    private final AtomicInteger fed = new AtomicInteger();

    /** What the page holds after a collection of garbage. */
    private record Held(long heap, long nodes, long listeners) {
        static Held by(CDPSession browser) {
            browser.send("HeapProfiler.collectGarbage");
            var figures = figures(browser);
            return new Held(
                    figures.get("JSHeapUsedSize").getAsLong(),
                    figures.get("Nodes").getAsLong(),
                    figures.get("JSEventListeners").getAsLong());
        }
    }

    /** Seconds that the page's thread has computed since it began, of which script, style and layout are parts. */
    private record Worked(double all, double script, double style, double layout) {
        static Worked by(CDPSession browser) {
            var figures = figures(browser);
            return new Worked(
                    figures.get("TaskDuration").getAsDouble(),
                    figures.get("ScriptDuration").getAsDouble(),
                    figures.get("RecalcStyleDuration").getAsDouble(),
                    figures.get("LayoutDuration").getAsDouble());
        }

        Worked since(Worked before) {
            return new Worked(all - before.all, script - before.script, style - before.style, layout - before.layout);
        }
    }

    private static JsonObject figures(CDPSession browser) {
        var figures = new JsonObject();
        for (var metric : browser.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            figures.add(
                    metric.getAsJsonObject().get("name").getAsString(),
                    metric.getAsJsonObject().get("value"));
        }
        return figures;
    }

    @Test
    void shouldNeitherStallNorGrow() throws Exception {
        page.addInitScript(OBSERVE);
        visit("/");
        for (var number = 0; number < ROWS; number++) {
            feed();
        }
        assertThat(page.locator(".item")).hasCount(ROWS, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        var browser = page.context().newCDPSession(page);
        browser.send("Performance.enable", THREAD_TIME);

        var feeder = Executors.newSingleThreadScheduledExecutor();
        try {
            var feeding = feeder.scheduleAtFixedRate(this::feed, 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
            page.waitForTimeout(SETTLING.toMillis());
            var before = Held.by(browser);
            page.evaluate("stalls.length = 0");
            var begun = Worked.by(browser);
            page.waitForTimeout(MEASURED.toMillis());
            var stalls = stalls();
            var worked = Worked.by(browser).since(begun);
            var after = Held.by(browser);
            feeding.cancel(false);
            tell(before, after, worked, stalls);

            var last = "Load " + (fed.get() - 1);
            assertThat(page.getByText(last, new Page.GetByTextOptions().setExact(true)))
                    .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(10_000));
            assertThat(page.locator(".item")).hasCount(ROWS);
            assertThat(after.heap()).isLessThan((long) (before.heap() * GROWTH) + ROOM_BYTES);
            assertThat(after.nodes()).isLessThan((long) (before.nodes() * GROWTH));
            assertThat(after.listeners()).isLessThan((long) (before.listeners() * GROWTH));
            assertThat(worked.all()).isLessThan(BUSY_SHARE * MEASURED.toSeconds());
        } finally {
            feeder.shutdownNow();
        }
    }

    /** An article as the tagger makes it, with its trace; one in five carries a story that is there. */
    private void feed() {
        var number = fed.getAndIncrement();
        var id = "load-" + number;
        var article = SampleNews.article(id, "Load " + number)
                .setRegions(List.of(
                        SampleNews.region("KZ", RegionRole.ABOUT, "Kazakhstan"),
                        SampleNews.region("UZ", RegionRole.MENTIONED, "Tashkent")))
                .setThemes(List.of(SampleNews.theme("medtop:04000000", "trains")));
        var now = Instant.now();
        console.begin(Topics::enriched, id, article.build(), now);
        console.begin(Topics::disposition, id, SampleNews.disposition(id, "tag", DispositionOutcome.KEPT, null), now);
        if (number % 5 == 4) {
            console.begin(Topics::duplicate, id + "-copy", SampleNews.copy(id + "-copy", "load-" + (number - 3)), now);
        }
    }

    private List<Double> stalls() {
        return ((List<?>) page.evaluate("stalls"))
                .stream().map(stall -> ((Number) stall).doubleValue()).toList();
    }

    private static double sum(List<Double> stalls) {
        return stalls.stream().mapToDouble(Double::doubleValue).sum();
    }

    private void tell(Held before, Held after, Worked worked, List<Double> stalls) {
        System.out.printf(
                "%d articles, %d s at %d a second with %d rows: %d long tasks, the longest %.0f ms, together %.0f ms (%.2f %%)%n"
                        + "  heap %.1f MB, then %.1f MB; nodes %d, then %d; listeners %d, then %d%n"
                        + "  CPU of the page %.1f s (%.1f %%), of it script %.1f, style %.1f, layout %.1f%n",
                fed.get(),
                MEASURED.toSeconds(),
                PER_SECOND,
                ROWS,
                stalls.size(),
                stalls.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                sum(stalls),
                100 * sum(stalls) / MEASURED.toMillis(),
                before.heap() / 1e6,
                after.heap() / 1e6,
                before.nodes(),
                after.nodes(),
                before.listeners(),
                after.listeners(),
                worked.all(),
                100 * worked.all() / MEASURED.toSeconds(),
                worked.script(),
                worked.style(),
                worked.layout());
    }
}
