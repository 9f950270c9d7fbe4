package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.fetcher.manners.Politeness;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.fetcher.terms.Secrets;
import dev.dateline.fetcher.terms.SourceTerms;
import dev.dateline.fetcher.visit.BackOff;
import dev.dateline.fetcher.visit.Due;
import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.fetcher.visit.FrontierRules;
import dev.dateline.fetcher.visit.ItemOutcome;
import dev.dateline.fetcher.visit.LedgerInMemory;
import dev.dateline.fetcher.visit.PollInterval;
import dev.dateline.fetcher.visit.RevisitPlan;
import dev.dateline.fetcher.visit.Territory;
import dev.dateline.fetcher.visit.Turn;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import dev.dateline.schema.SourceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The frontier and the workers' part together, with one site and a clock of the test's own. */
final class SitemapBench implements Web {
    static {
        Contracts.trust();
    }

    static final String SITE = "https://news.example";
    static final String INDEX = SITE + "/sitemap.xml";
    static final Duration SPACING = Duration.ofSeconds(1);

    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Map<String, String> site = new HashMap<>();
    /** The one ETag that the site's cache has for each address, whatever is there; null for a new one with each change. */
    @Nullable
    String stuckEtag;

    private final List<Instant> askedAt = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    private final LedgerInMemory ledger = new LedgerInMemory();
    final Map<String, FetchVisit> visits = ledger.visits();
    final Map<String, Integer> outcomes = new HashMap<>();
    final Map<ItemOutcome, Integer> items = new EnumMap<>(ItemOutcome.class);

    private final HostGate gate = new HostGate(
            new Politeness(SPACING, Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(6)),
            () -> now,
            new Random(1));
    private final FetchSchedule<Due> schedule = new FetchSchedule<>(gate, () -> now);
    private final Manners manners = new Manners(gate, schedule);
    private final TaskRunner runner = new TaskRunner(this, new SourceTerms(new Secrets(null, Map.of())), () -> now);
    final Frontier frontier = new Frontier(
            new FrontierRules(
                    new PollInterval(Duration.ofMinutes(5), Duration.ofHours(24)),
                    new BackOff(Duration.ofMinutes(10), BackOff.LONGEST),
                    new RevisitPlan(List.of(Duration.ofHours(1)), Duration.ofHours(1)),
                    1_000,
                    Duration.ofDays(30)),
            new Territory(site -> 0),
            gate,
            schedule,
            ledger,
            (source, outcome, number) -> count(outcome, number),
            () -> now);

    private void count(ItemOutcome outcome, int number) {
        items.merge(outcome, number, Integer::sum);
    }

    /** The addresses of the articles that were published, in order. */
    List<String> published() {
        return ledger.articles().stream().map(RawArticle::getUrl).toList();
    }

    Source source(String name) {
        return Source.newBuilder()
                .setId("example")
                .setName(name)
                .setKind(SourceKind.SITEMAP)
                .setUrl(INDEX)
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }

    /** Puts a sitemap on the site, and the pages that it lists. */
    void sitemap(String url, String... paths) {
        Stream.of(paths).forEach(path -> page(SITE + path, "<html><body>" + path + "</body></html>"));
        page(url, "<urlset>" + elements("url", paths) + "</urlset>");
    }

    /** Puts an index of sitemaps on the site. */
    void index(String url, String... paths) {
        page(url, "<sitemapindex>" + elements("sitemap", paths) + "</sitemapindex>");
    }

    void page(String url, String body) {
        site.put(url, body);
    }

    /** Adds the source and does what is due. */
    void start() {
        frontier.begin(Set.of(0));
        frontier.put(source("Example"));
        work();
    }

    /** Does all that is due within a while, one host's turn after another. */
    void work() {
        pass(LONGEST_WORK);
    }

    void pass(Duration time) {
        for (var end = now.plus(time); now.isBefore(end); now = now.plus(TICK)) {
            frontier.next(1).ifPresent(this::finish);
        }
    }

    Turn turn() {
        return frontier.next(1).orElseThrow();
    }

    Instant now() {
        return now;
    }

    void finish(Turn turn) {
        var fetched = runner.run(turn.task());
        manners.leave(turn, fetched);
        outcomes.merge(frontier.apply(fetched), 1, Integer::sum);
    }

    SourceStatus status() {
        return ledger.statuses().get(ledger.statuses().size() - 1);
    }

    Duration shortestPause() {
        return IntStream.range(1, askedAt.size())
                .mapToObj(i -> Duration.between(askedAt.get(i - 1), askedAt.get(i)))
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private static String elements(String name, String... paths) {
        return Stream.of(paths)
                .map(path -> "<" + name + "><loc>" + path + "</loc></" + name + ">")
                .collect(Collectors.joining());
    }

    @Override
    public Answer fetch(Request request) {
        asked.add(request.url());
        askedAt.add(now);
        var trip = new Trip(request.url(), List.of(), null, Duration.ZERO);
        var body = site.get(request.url());
        if (body == null) {
            return new Answer.Missing(404, trip);
        }
        var etag = stuckEtag == null ? "\"" + body.hashCode() + "\"" : stuckEtag;
        var headers = new AnswerHeaders("text/html", etag, null, null, List.of());
        return headers.etag().equals(request.etag())
                ? new Answer.NotModified(304, trip, headers)
                : new Answer.Content(200, trip, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<RobotsVerdict> knownRules(WebUrl url) {
        return Optional.of(readRules(url, Terms.USUAL));
    }

    @Override
    public RobotsVerdict readRules(WebUrl url, Terms terms) {
        return new RobotsVerdict(true, "as the test says", false, null, now.plusSeconds(60));
    }
}
