package dev.dateline.fetcher.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.http.RedirectRule;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.fetcher.terms.Secrets;
import dev.dateline.fetcher.terms.SourceTerms;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.CredentialKind;
import dev.dateline.schema.Credentials;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    static {
        Contracts.trust();
    }

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final String PAGE = "https://news.example/a";

    private final FakeWeb web = new FakeWeb();
    private final TaskRunner runner = new TaskRunner(
            web, new SourceTerms(new Secrets(null, Map.of("DATELINE_SECRET_COURIER", "reader:word"))), () -> NOW);

    @Test
    void shouldSpendTheTurnOnRobotsWhenTheRulesAreNotKnown() {
        assertThat(runner.run(page(null))).isInstanceOf(Fetched.RulesRead.class);

        assertThat(web.asked).isEmpty();
        assertThat(runner.run(page(null))).isInstanceOf(Fetched.Opened.class);
    }

    @Test
    void shouldNotAskForWhatRobotsForbid() {
        web.rules.put("https://news.example", false);

        assertThat(runner.run(page(null))).isInstanceOf(Fetched.Forbidden.class);

        assertThat(web.asked).isEmpty();
    }

    @Test
    void shouldFollowRedirectsOnlyWhereRobotsAllow() {
        web.rules.put("https://news.example", true);
        web.rules.put("https://private.example", false);

        runner.run(page(null));

        var rule = web.asked.get(0).followTo();
        assertThat(rule.objectionTo(WebUrl.parse("https://news.example/b").orElseThrow()))
                .isEmpty();
        assertThat(rule.objectionTo(WebUrl.parse("https://private.example/b").orElseThrow()))
                .get()
                .extracting(RedirectRule.Objection::reason)
                .isEqualTo(FetchFailure.ROBOTS_FORBIDDEN);
    }

    @Test
    void shouldTellTheCanonicalAddressAndTheHashOfAPage() {
        web.rules.put("https://news.example", true);
        web.body = "<html><head><link rel=canonical href='/articles/1'></head><body>News</body></html>";

        var opened = (Fetched.Opened) runner.run(page("\"1\""));

        assertThat(opened.canonical()).hasToString("https://news.example/articles/1");
        assertThat(opened.bodyHash()).hasSize(64);
        assertThat(opened.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(web.asked.get(0).etag()).isEqualTo("\"1\"");
    }

    @Test
    void shouldReadAFeedWithoutAskingForRobots() {
        web.body = "<rss version='2.0'><channel><item><link>/a</link></item></channel></rss>";

        var polled = (Fetched.Polled) runner.run(new Task.Poll(source(), "https://news.example/rss", null, null));

        assertThat(polled.listing().problem()).isNull();
        assertThat(polled.listing().items()).extracting(item -> item.getLink()).containsExactly(PAGE);
    }

    @Test
    void shouldReadHowOftenAFeedWantsToBeAsked() {
        web.body = "<rss version='2.0'><channel><ttl>15</ttl></channel></rss>";

        var polled = (Fetched.Polled) runner.run(new Task.Poll(source(), "https://news.example/rss", null, null));

        assertThat(polled.listing().pace().interval()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void shouldSayWhatIsThereInsteadOfAFeed() {
        web.body = "<html><body>Please log in</body></html>";

        var polled = (Fetched.Polled) runner.run(new Task.Poll(source(), "https://news.example/rss", null, null));

        assertThat(polled.listing().problem()).contains("web page");
        assertThat(polled.listing().items()).isEmpty();
    }

    @Test
    void shouldReadThePageThatListsArticles() {
        web.rules.put("https://news.example", true);
        web.body = "<main><h2><a href='/2026/03/article-1'>Five ministers agree on water</a></h2></main>";

        var polled = (Fetched.Polled) runner.run(listPage());

        assertThat(polled.listing().items())
                .extracting(item -> item.getLink())
                .containsExactly("https://news.example/2026/03/article-1");
        assertThat(polled.listing().bodyHash()).hasSize(64);
        assertThat(web.asked.get(0).accept()).startsWith("text/html");
    }

    @Test
    void shouldTellThatAPageListsNoArticles() {
        web.rules.put("https://news.example", true);
        web.body = "<a href=/about>About us</a>";

        assertThat(((Fetched.Polled) runner.run(listPage())).listing().problem())
                .isEqualTo("a page without links to articles of its site");
    }

    @Test
    void shouldPollAPageOnlyAsRobotsAllow() {
        assertThat(runner.run(listPage())).isInstanceOf(Fetched.RulesRead.class);
        web.rules.put("https://news.example", false);

        var refused = (Answer.Refused) ((Fetched.Polled) runner.run(listPage())).answer();

        assertThat(refused.reason()).isEqualTo(FetchFailure.ROBOTS_FORBIDDEN);
        assertThat(web.asked).isEmpty();
    }

    @Test
    void shouldAskOnTheTermsOfTheSource() {
        web.rules.put("https://news.example", true);
        var source = Source.newBuilder(source())
                .setHeaders(Map.of("Accept-Language", "kk"))
                .setCredentials(new Credentials(CredentialKind.BASIC, "courier", null, false))
                .build();

        runner.run(new Task.Poll(source, source.getUrl(), null, null));
        runner.run(new Task.Page(source, PAGE, page(null).visit(), null));

        assertThat(web.asked.get(0).terms().credential().origin()).isEqualTo("https://news.example");
        assertThat(web.asked.get(1).terms().credential()).isNull();
        assertThat(web.asked)
                .allSatisfy(request -> assertThat(request.terms().headers()).containsEntry("Accept-Language", "kk"));
    }

    private static Task.Poll listPage() {
        var source = Source.newBuilder(source())
                .setKind(SourceKind.PAGE)
                .setUrl("https://news.example/")
                .build();
        return new Task.Poll(source, source.getUrl(), null, null);
    }

    private static Source source() {
        return Source.newBuilder()
                .setId("example")
                .setName("Example")
                .setUrl("https://news.example/rss")
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }

    private static Task.Page page(String etag) {
        var visit = FetchVisit.newBuilder()
                .setUrl(PAGE)
                .setSourceId("example")
                .setFirstSeen(NOW)
                .setLastAttempt(NOW)
                .setEtag(etag)
                .build();
        return new Task.Page(source(), PAGE, visit, null);
    }

    private static final class FakeWeb implements Web {
        private final Map<String, Boolean> rules = new HashMap<>();
        private final List<Request> asked = new ArrayList<>();
        private String body = "";

        @Override
        public Answer fetch(Request request) {
            asked.add(request);
            var trip = new Trip(request.url(), List.of(), null, Duration.ZERO);
            var headers = new AnswerHeaders(null, null, null, null, List.of());
            return new Answer.Content(200, trip, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<RobotsVerdict> knownRules(WebUrl url) {
            return Optional.ofNullable(rules.get(url.origin())).map(FakeWeb::verdict);
        }

        @Override
        public RobotsVerdict readRules(WebUrl url, Terms terms) {
            rules.put(url.origin(), true);
            return verdict(true);
        }

        private static RobotsVerdict verdict(boolean allowed) {
            return new RobotsVerdict(allowed, "as the test says", false, null, NOW.plusSeconds(60));
        }
    }
}
