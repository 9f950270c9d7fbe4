package dev.dateline.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.web.Handshake;
import dev.dateline.testkit.web.MisbehavingServer;
import dev.dateline.testkit.web.Route;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(20)
class PageClientTest {
    private static final FetchLimits QUICK =
            FetchLimits.DEFAULT.withTimes(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final MisbehavingServer server = MisbehavingServer.start();
    private final PageClient client =
            new PageClient("DatelineTest/1.0 (+https://dateline.example)", QUICK, Network.WITH_LOOPBACK);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void shouldGivePageWithWhatMattersOfItsHead() {
        var content = content(Route.PAGE);

        assertThat(content.status()).isEqualTo(200);
        assertThat(new String(content.body(), StandardCharsets.UTF_8)).contains("<title>Page</title>");
        assertThat(content.headers().contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(content.headers().etag()).isEqualTo("\"v1\"");
        assertThat(content.headers().lastModified()).isEqualTo("Sat, 07 Mar 2026 09:30:00 GMT");
        assertThat(content.headers().policies()).containsExactly("X-Robots-Tag: noarchive", "TDM-Reservation: 1");
        assertThat(content.trip().finalUrl()).isEqualTo(server.url(Route.PAGE));
        assertThat(content.trip().movedTo()).isNull();
    }

    @Test
    void shouldSayWhoAsks() {
        content(Route.PAGE);

        assertThat(server.requests().get(0).headers())
                .containsEntry("user-agent", "DatelineTest/1.0 (+https://dateline.example)")
                .containsEntry("accept-encoding", "gzip")
                .doesNotContainKeys("cookie", "upgrade")
                .doesNotContainEntry("connection", "Upgrade");
    }

    @Test
    void shouldAskOnlyForWhatIsNew() {
        var answer = client.fetch(Request.page(server.url(Route.PAGE)).unlessMatches("\"v1\"", "then"));

        assertThat(answer).isInstanceOf(Answer.NotModified.class);
        assertThat(server.requests().get(0).headers())
                .containsEntry("if-none-match", "\"v1\"")
                .containsEntry("if-modified-since", "then");
    }

    @Test
    void shouldTakeNotModifiedWithBodyForWhatItIs() {
        var answer = client.fetch(
                Request.page(server.url(Route.NOT_MODIFIED_WITH_BODY)).unlessMatches("\"1\"", null));

        assertThat(answer).isInstanceOf(Answer.NotModified.class);
    }

    @Test
    void shouldGetWhatIsNewOfAStuckEtagOnlyByAskingForAllOfIt() {
        var first = content(Route.STUCK_ETAG);
        var etag = first.headers().etag();

        var again = client.fetch(Request.page(server.url(Route.STUCK_ETAG)).unlessMatches(etag, null));
        var whole = content(Route.STUCK_ETAG);

        assertThat(again).isInstanceOf(Answer.NotModified.class);
        assertThat(((Answer.NotModified) again).headers().freshFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(whole.headers().etag()).isEqualTo(etag);
        assertThat(whole.body()).isNotEqualTo(first.body());
    }

    @Test
    void shouldTellHowLongAnAnswerStaysFresh() {
        assertThat(content(Route.STUCK_ETAG).headers().freshFor()).isEqualTo(Duration.ofMinutes(9));
        assertThat(content(Route.PAGE).headers().freshFor()).isNull();
    }

    @Test
    void shouldRefuseNotModifiedThatNobodyAskedFor() {
        assertThat(refused(Route.NOT_MODIFIED_WITH_BODY).reason()).isEqualTo(FetchFailure.UNEXPECTED_STATUS);
    }

    @Test
    void shouldRememberPermanentRedirect() {
        var trip = content(Route.MOVED).trip();

        assertThat(trip.redirects()).containsExactly(server.url(Route.PAGE));
        assertThat(trip.movedTo()).isEqualTo(server.url(Route.PAGE));
    }

    @Test
    void shouldNotRememberTemporaryRedirect() {
        var trip = content(Route.FOUND).trip();

        assertThat(trip.finalUrl()).isEqualTo(server.url(Route.PAGE));
        assertThat(trip.movedTo()).isNull();
    }

    @Test
    void shouldTellMissingFromGone() {
        assertThat(fetch(Route.MISSING)).isInstanceOf(Answer.Missing.class);
        assertThat(fetch(Route.GONE)).isInstanceOf(Answer.Gone.class);
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN, CLIENT_ERROR",
        "SERVER_ERROR, SERVER_ERROR",
        "TOO_MANY_REQUESTS, TOO_MANY_REQUESTS",
        "UNAVAILABLE_UNTIL, SERVER_ERROR",
        "SILENCE, TIMEOUT",
        "SLOW_TRICKLE, TOO_SLOW",
        "SLOW_HEADERS, TOO_SLOW",
        "ENDLESS_HEADERS, HEADERS_TOO_LARGE",
        "HUGE_HEADER, HEADERS_TOO_LARGE",
        "HEAVY_HEADERS, HEADERS_TOO_LARGE",
        "ENDLESS_BODY, TOO_LARGE",
        "HUGE_LENGTH, TOO_LARGE",
        "GZIP_BOMB, DECOMPRESSION_BOMB",
        "GZIP_CUT, BROKEN",
        "BROTLI, PROTOCOL",
        "LENGTH_TOO_LONG, BROKEN",
        "CHUNKED_GARBAGE, PROTOCOL",
        "CHUNKED_CUT, BROKEN",
        "RESET, BROKEN",
        "NO_ANSWER, BROKEN",
        "SWITCHING, PROTOCOL",
        "REDIRECT_LOOP, REDIRECT_LOOP",
        "REDIRECT_CHAIN, TOO_MANY_REDIRECTS",
        "REDIRECT_TO_PRIVATE, BLOCKED_ADDRESS",
        "REDIRECT_TO_FILE, BAD_REDIRECT",
        "REDIRECT_NOWHERE, BAD_REDIRECT",
    })
    void shouldRefuse(Route route, FetchFailure reason) {
        var refused = refused(route);

        assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason);
        assertThat(refused.trip().duration()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void shouldRefuseWhatIsNoHttp() {
        assertThat(refused(Route.NOT_HTTP).reason()).isIn(FetchFailure.PROTOCOL, FetchFailure.BROKEN);
    }

    @Test
    void shouldHonourRetryAfter() {
        assertThat(refused(Route.TOO_MANY_REQUESTS).retryAfter()).isEqualTo(Duration.ofSeconds(120));
        assertThat(refused(Route.TOO_MANY_REQUESTS_WITHOUT_TIME).retryAfter()).isNull();
        assertThat(refused(Route.UNAVAILABLE_UNTIL).retryAfter()).isEqualTo(RetryAfter.LONGEST);
    }

    @Test
    void shouldFollowFiveRedirectsAndNoMore() {
        assertThat(refused(Route.REDIRECT_CHAIN).trip().redirects()).hasSize(6);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void shouldFollowOnlyWhereTheRequestAllows() {
        var objection = new RedirectRule.Objection(
                FetchFailure.ROBOTS_UNREACHABLE, "robots.txt cannot be had", Duration.ofMinutes(10));
        var request = Request.page(server.url(Route.FOUND)).followingOnly(target -> Optional.of(objection));

        var refused = (Answer.Refused) client.fetch(request);

        assertThat(refused.reason()).isEqualTo(objection.reason());
        assertThat(refused.detail()).isEqualTo(objection.detail());
        assertThat(refused.retryAfter()).isEqualTo(objection.lasts());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldUndoGzip() {
        assertThat(content(Route.GZIP).body()).asString(StandardCharsets.UTF_8).isEqualTo("packed");
    }

    @Test
    void shouldReadNoMoreThanAnnounced() {
        assertThat(content(Route.LENGTH_TOO_SHORT).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("this");
        assertThat(content(Route.PAGE).status()).isEqualTo(200);
    }

    @Test
    void shouldLeaveBytesAsTheyAreWhateverTheCharset() {
        assertThat(content(Route.WRONG_CHARSET).body())
                .asString(Charset.forName("windows-1251"))
                .isEqualTo("<p>Саммит</p>");
    }

    @Test
    void shouldCutBodyWhereOnlyItsStartMatters() {
        var answer = client.fetch(Request.text(server.url(Route.ENDLESS_BODY)), QUICK.withTruncatedBody(1_000));

        assertThat(((Answer.Content) answer).body()).hasSize(1_000);
    }

    @Test
    void shouldSayWhenNobodyAnswers() {
        var url = server.url(Route.PAGE);
        server.close();

        assertThat(((Answer.Refused) client.fetch(Request.page(url))).reason()).isEqualTo(FetchFailure.CONNECT_FAILED);
    }

    @Test
    void shouldSayWhenConnectionIsNotSecure() {
        var url = server.url(Route.PAGE).replace("http:", "https:");

        assertThat(((Answer.Refused) client.fetch(Request.page(url))).reason())
                .isIn(FetchFailure.TLS, FetchFailure.BROKEN);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendNothingOverAConnectionThatIsNotSecure(Handshake handshake) {
        try (var other = MisbehavingServer.start(handshake)) {
            var refused = (Answer.Refused) client.fetch(Request.page(other.url(Route.PAGE)));

            assertThat(refused.reason()).as(refused.detail()).isEqualTo(FetchFailure.TLS);
            assertThat(refused.trip().duration()).isLessThan(Duration.ofSeconds(5));
            assertThat(other.connections()).isEqualTo(1);
            assertThat(other.requests()).isEmpty();
            assertThat(content(Route.PAGE).status()).isEqualTo(200);
        }
    }

    private Answer.Content content(Route route) {
        var answer = fetch(route);
        assertThat(answer).isInstanceOf(Answer.Content.class);
        return (Answer.Content) answer;
    }

    private Answer.Refused refused(Route route) {
        var answer = fetch(route);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return (Answer.Refused) answer;
    }

    private Answer fetch(Route route) {
        return client.fetch(Request.page(server.url(route)));
    }
}
