package dev.dateline.fetcher.robots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.FakeClock;
import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.pipeline.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RobotsReaderTest {
    private static final String SITE = "https://news.example";
    private static final Trip TRIP = new Trip(SITE + "/robots.txt", List.of(), null, Duration.ZERO);

    private final RobotsReader reader = new RobotsReader("DatelineBot");

    @ParameterizedTest
    @CsvSource({
        "/world/a.html, true",
        "/private/a.html, false",
        "/private/press/a.html, true",
        "/report.pdf, false",
        "/report.pdf?page=2, true",
        "/robots.txt, true",
    })
    void shouldFollowOwnGroup(String path, boolean allowed) {
        var rules = rules(content(resource("news.txt")));

        assertThat(judge(rules, path).allowed()).isEqualTo(allowed);
        assertThat(judge(rules, path).crawlDelay()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldFollowGroupOfEverybodyElse() {
        var rules = rules(content("User-agent: *\nDisallow: /a"));

        assertThat(judge(rules, "/a").allowed()).isFalse();
        assertThat(judge(rules, "/b").allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0.5, 0", "120, 120", "100000, 120"})
    void shouldHonourCrawlDelayUpToTwoMinutes(String asked, long seconds) {
        var verdict = judge(rules(content("User-agent: *\nCrawl-delay: " + asked)), "/a");

        assertThat(verdict.allowed()).isTrue();
        assertThat(verdict.crawlDelay()).extracting(Duration::toSeconds).isEqualTo(seconds);
    }

    @Test
    void shouldAllowEverythingWithoutFile() {
        var missing = judge(rules(new Answer.Missing(404, TRIP)), "/a");

        assertThat(missing.allowed()).isTrue();
        assertThat(missing.validUntil()).isEqualTo(FakeClock.START.plus(Duration.ofHours(24)));
        assertThat(judge(rules(new Answer.Gone(410, TRIP)), "/a").allowed()).isTrue();
        assertThat(judge(rules(refused(FetchFailure.CLIENT_ERROR, null)), "/a").allowed())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = FetchFailure.class,
            names = {"SERVER_ERROR", "TIMEOUT", "TOO_SLOW", "UNKNOWN_HOST", "CONNECT_FAILED", "TOO_MANY_REQUESTS"})
    void shouldForbidEverythingWhileFileCannotBeHad(FetchFailure reason) {
        var verdict = judge(rules(refused(reason, null)), "/a");

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.unreachable()).isTrue();
        assertThat(verdict.validUntil()).isBefore(FakeClock.START.plus(Duration.ofHours(1)));
    }

    @Test
    void shouldAskAgainWhenServerSays() {
        var verdict = judge(rules(refused(FetchFailure.SERVER_ERROR, Duration.ofHours(2))), "/a");

        assertThat(verdict.validUntil()).isEqualTo(FakeClock.START.plus(Duration.ofHours(2)));
    }

    @Test
    void shouldTakeWebPageForNoRules() {
        assertThat(judge(rules(content("<!DOCTYPE html><html><body>Not found</body></html>")), "/a")
                        .allowed())
                .isTrue();
    }

    private SiteRules rules(Answer answer) {
        return reader.rules(answer, SITE, FakeClock.START);
    }

    private static RobotsVerdict judge(SiteRules rules, String path) {
        return rules.judge(WebUrl.parse(SITE + path).orElseThrow());
    }

    private static Answer content(String text) {
        var headers = new AnswerHeaders("text/plain", null, null, null, List.of());
        return new Answer.Content(200, TRIP, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer refused(FetchFailure reason, Duration retryAfter) {
        return new Answer.Refused(null, TRIP, reason, "", retryAfter);
    }

    private static String resource(String name) {
        var path = "/dev/dateline/fetcher/robots/" + name;
        try (var stream = Objects.requireNonNull(RobotsReaderTest.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
