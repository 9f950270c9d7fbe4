package dev.dateline.fetcher.robots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.FakeClock;
import dev.dateline.fetcher.http.FetchLimits;
import dev.dateline.fetcher.http.Network;
import dev.dateline.fetcher.http.PageClient;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.testkit.web.MisbehavingServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RobotsRulesTest {
    private final MisbehavingServer server = MisbehavingServer.start();
    private final FakeClock clock = new FakeClock();
    private final PageClient client = new PageClient("DatelineBot/1.0", FetchLimits.DEFAULT, Network.WITH_LOOPBACK);
    private final RobotsRules robots = new RobotsRules(client, "DatelineBot", FetchLimits.DEFAULT, clock);
    private final WebUrl page = WebUrl.parse(server.origin() + "/page").orElseThrow();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void shouldReadRulesOfSiteOnce() {
        server.robots("User-agent: *\nDisallow: /page");

        assertThat(robots.known(page)).isEmpty();
        assertThat(robots.check(page).allowed()).isFalse();
        assertThat(robots.check(page.resolve("/other").orElseThrow()).allowed()).isTrue();
        assertThat(server.requests()).extracting("path").containsExactly("/robots.txt");
    }

    @Test
    void shouldReadRulesAgainAfterADay() {
        robots.check(page);
        clock.advance(Duration.ofHours(24));

        assertThat(robots.known(page)).isEmpty();
        robots.check(page);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void shouldForbidEverythingWhileServerFails() {
        server.robotsFail();

        var verdict = robots.check(page);

        assertThat(verdict.allowed()).isFalse();
        assertThat(verdict.unreachable()).isTrue();
        assertThat(verdict.reason()).contains("server_error");
    }

    @Test
    void shouldReadOnlyStartOfEndlessFile() {
        server.robots("User-agent: *\nDisallow: /page\n" + "# filler\n".repeat(100_000) + "Disallow: /");

        assertThat(robots.check(page).allowed()).isFalse();
        assertThat(robots.check(page.resolve("/other").orElseThrow()).allowed()).isTrue();
    }
}
