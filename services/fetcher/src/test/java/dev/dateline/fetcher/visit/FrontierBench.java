package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.fetcher.manners.Politeness;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.SourceTrial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A frontier with a clock and a web of the test's own. */
final class FrontierBench {
    static {
        Contracts.trust();
    }

    static final String FEED = "https://news.example/feed.xml";
    /** Free workers, more than there are tasks. */
    static final int MANY = 1_000;

    static final Duration HOUR = Duration.ofHours(1);

    private static final Politeness NO_SPACING =
            new Politeness(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(6));

    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final LedgerInMemory ledger = new LedgerInMemory();
    final List<RawArticle> articles = ledger.articles();
    final Map<String, FetchVisit> visits = ledger.visits();
    final List<SourceStatus> statuses = ledger.statuses();
    final List<FetchRequest> requests = ledger.requests();
    final List<SourceTrial> trials = ledger.trials();
    final Map<String, Integer> outcomes = new LinkedHashMap<>();
    final Map<ItemOutcome, Integer> items = new EnumMap<>(ItemOutcome.class);
    /** Answers by address; what is not here is not there (404). */
    final Map<String, Answer> web = new LinkedHashMap<>();

    private final Map<String, List<FeedItem>> feeds = new LinkedHashMap<>();
    final Frontier frontier;
    private final HostGate gate = new HostGate(NO_SPACING, () -> now, new Random(1));
    private final FetchSchedule<Due> schedule = new FetchSchedule<>(gate, () -> now);

    /** A frontier that looks after the whole web. */
    FrontierBench() {
        this(site -> 0);
        frontier.begin(Set.of(0));
    }

    /** A frontier that looks after nothing yet. */
    FrontierBench(ToIntFunction<String> partitionOfSite) {
        var rules = new FrontierRules(
                new PollInterval(Duration.ofMinutes(5), Duration.ofHours(24)),
                new BackOff(Duration.ofMinutes(1), BackOff.LONGEST),
                new RevisitPlan(List.of(HOUR, Duration.ofHours(24), Duration.ofDays(7)), HOUR),
                1_000,
                Duration.ofDays(30));
        frontier = new Frontier(rules, new Territory(partitionOfSite), gate, schedule, ledger, this::count, () -> now);
    }

    private void count(String sourceId, ItemOutcome outcome, int number) {
        items.merge(outcome, number, Integer::sum);
    }

    /** A frontier that begins with what another one has written down. */
    static FrontierBench after(FrontierBench before) {
        var bench = new FrontierBench(site -> 0);
        bench.now = before.now;
        bench.web.putAll(before.web);
        bench.feeds.putAll(before.feeds);
        before.visits.values().forEach(visit -> bench.frontier.recall(0, visit));
        before.statuses.forEach(bench.frontier::recall);
        bench.frontier.begin(Set.of(0));
        return bench;
    }

    Source source() {
        return Source.newBuilder()
                .setId("example")
                .setName("Example")
                .setUrl(FEED)
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }

    /** Adds the source with a feed that lists links; a feed that does not change is "not modified". */
    void list(String... links) {
        listItems(Stream.of(links)
                .map(link -> FeedItem.newBuilder().setLink(link).setTitle(link).build())
                .toArray(FeedItem[]::new));
    }

    /** As {@link #list(String...)}, with all that the feed says. */
    void listItems(FeedItem... listed) {
        listItemsOf(source(), listed);
    }

    /** Adds another source, with a feed of its own. */
    void listItemsOf(String id, String feed, FeedItem... listed) {
        listItemsOf(Source.newBuilder(source()).setId(id).setUrl(feed).build(), listed);
    }

    private void listItemsOf(Source source, FeedItem... listed) {
        var items = List.of(listed);
        feeds.put(source.getUrl(), items);
        web.put(source.getUrl(), content(source.getUrl(), items.toString()));
        frontier.put(source);
    }

    static Answer.Content content(String url, String body) {
        var headers = new AnswerHeaders("text/html", "\"" + body.hashCode() + "\"", null, null, List.of());
        return new Answer.Content(200, trip(url), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer gone(String url) {
        return new Answer.Gone(410, trip(url));
    }

    static Answer refused(String url, @Nullable Duration retryAfter) {
        return new Answer.Refused(503, trip(url), FetchFailure.SERVER_ERROR, "status 503", retryAfter);
    }

    static Trip trip(String finalUrl) {
        return new Trip(finalUrl, List.of(), null, Duration.ofMillis(5));
    }

    boolean hasWork() {
        return schedule.nextAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Does all that is due now. */
    void work() {
        for (var turn = frontier.next(MANY); turn.isPresent(); turn = frontier.next(MANY)) {
            finish(turn.get());
        }
    }

    /** Has a task done. */
    void finish(Turn turn) {
        var fetched = fetch(turn.task());
        gate.left(turn.ready().host());
        schedule.done(turn.ready());
        outcomes.merge(frontier.apply(fetched), 1, Integer::sum);
    }

    /** Lets time pass, doing what is due at each minute. */
    void pass(Duration time) {
        var end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofMinutes(1));
            work();
        }
    }

    FetchVisit feedVisit() {
        return visits.get(FEED);
    }

    SourceStatus status() {
        return statuses.get(statuses.size() - 1);
    }

    /** The host of the feed asks for a pause. */
    void askToWait(Duration pause) {
        gate.tryEnter("news.example");
        gate.leftRefused("news.example", pause);
    }

    private Fetched fetch(Task task) {
        if (task instanceof Task.Trial trial) {
            return new Fetched.Tried(trial, now, fetch(trial.poll()), null, "UTF-8", Map.of());
        }
        var answer = web.getOrDefault(task.url(), new Answer.Missing(404, trip(task.url())));
        if (answer instanceof Answer.Content content
                && task.visit() != null
                && content.headers().etag().equals(task.visit().getEtag())) {
            answer = new Answer.NotModified(304, content.trip(), content.headers());
        }
        var content = answer instanceof Answer.Content found ? found : null;
        if (task instanceof Task.Poll poll) {
            var listing = content == null
                    ? null
                    : new Fetched.Listing(hash(content), feeds.getOrDefault(task.url(), List.of()), null);
            return new Fetched.Polled(poll, now, answer, listing);
        }
        return content == null
                ? new Fetched.Opened((Task.Page) task, now, answer, null, null)
                : new Fetched.Opened(
                        (Task.Page) task,
                        now,
                        answer,
                        hash(content),
                        CanonicalUrl.parse(content.trip().finalUrl()).orElseThrow());
    }

    private static String hash(Answer.Content content) {
        return Integer.toHexString(new String(content.body(), StandardCharsets.UTF_8).hashCode());
    }
}
