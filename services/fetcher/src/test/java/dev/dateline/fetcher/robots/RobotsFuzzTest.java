package dev.dateline.fetcher.robots;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.pipeline.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a site sends for its robots.txt, rules come of them in time, and its pauses stay within our limit. In the build a few
 * files are tried as they are; {@code JAZZER_FUZZ=1 ./mvnw -pl services/fetcher -am test -Dtest=RobotsFuzzTest} lets Jazzer change them.
 */
class RobotsFuzzTest {
    private static final String SITE = "https://news.example";
    private static final Instant NOW = Instant.parse("2026-03-07T00:00:00Z");
    private static final Trip TRIP = new Trip(SITE + "/robots.txt", List.of(), null, Duration.ZERO);
    private static final AnswerHeaders HEADERS = new AnswerHeaders("text/plain", null, null, null, List.of());
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final RobotsReader reader = new RobotsReader("dateline");

    @MethodSource("files")
    @FuzzTest(maxDuration = "10m")
    void robots(byte[] bytes) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();

        var rules = reader.rules(new Answer.Content(200, TRIP, HEADERS, bytes), SITE, NOW);

        for (var path : List.of("/", "/2026/03/water.html?a=1", "/%E4%BD%A0/*$", "/robots.txt")) {
            var verdict = rules.judge(WebUrl.parse(SITE + path).orElseThrow());
            assertThat(verdict.unreachable()).isFalse();
            assertThat(verdict.allowed() || !path.equals("/robots.txt")).isTrue();
            var delay = verdict.crawlDelay();
            assertThat(delay == null || (!delay.isNegative() && delay.compareTo(Duration.ofMinutes(2)) <= 0))
                    .isTrue();
        }
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(BUDGET);
    }

    static Stream<byte[]> files() {
        return Stream.concat(
                Stream.of(resource()),
                Stream.of(
                                "User-agent: *\nDisallow: /\nAllow: /2026/*.html$\nCrawl-delay: 999999999999",
                                "\ufeffUSER-AGENT:dateline\rdisallow:/%e4%bd%a0\r\nCrawl-Delay: 0.5\nSitemap: /map.xml",
                                "<html><body>no such file</body></html>")
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] resource() {
        var name = "news.txt";
        try (var stream = Objects.requireNonNull(RobotsFuzzTest.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
