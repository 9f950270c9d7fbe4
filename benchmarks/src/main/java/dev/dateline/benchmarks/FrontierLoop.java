package dev.dateline.benchmarks;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.fetcher.manners.Politeness;
import dev.dateline.fetcher.visit.BackOff;
import dev.dateline.fetcher.visit.Due;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.fetcher.visit.FrontierRules;
import dev.dateline.fetcher.visit.Ledger;
import dev.dateline.fetcher.visit.PollInterval;
import dev.dateline.fetcher.visit.RevisitPlan;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.fetcher.visit.Territory;
import dev.dateline.fetcher.visit.Turn;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.Sha256;
import dev.dateline.schema.Contracts;
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
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Has the fetcher's frontier schedule 100,000 sources, each on a host of its own, for a minute of real time after each was polled once, with
 * a web that answers 100 ms later that nothing is new. Prints how late polls were begun, how much of the heap is in use after a
 * collection, and how much more a page takes that is remembered. The bars: every poll within 1 s of its time, at most 400 MB, which {@code -Xmx400m} holds.
 *
 * <p>{@code java -Xmx400m -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.FrontierLoop [sources]}
 */
public final class FrontierLoop {
    private static final Duration ANSWER = Duration.ofMillis(100);
    private static final int PAGES = 100_000;
    private static final Duration MEASURED = Duration.ofMinutes(1);
    /** Workers: it is not they who are measured. */
    private static final int MANY = 100_000;

    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final InstantSource clock = InstantSource.system();
    private final HostGate gate = new HostGate(Politeness.DEFAULT, clock, new Random(1));
    private final FetchSchedule<Due> schedule = new FetchSchedule<>(gate, clock);
    private final Frontier frontier = new Frontier(
            new FrontierRules(
                    new PollInterval(INTERVAL, Duration.ofHours(24)),
                    new BackOff(Duration.ofMinutes(1), BackOff.LONGEST),
                    new RevisitPlan(List.of(), Duration.ofHours(1)),
                    1_000,
                    Duration.ofDays(30)),
            new Territory(site -> 0),
            gate,
            schedule,
            new Nowhere(),
            (source, outcome, number) -> {},
            clock);
    private final ArrayDeque<Asked> asked = new ArrayDeque<>();

    private record Asked(Turn turn, Instant answeredAt) {}

    private FrontierLoop() {}

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        Contracts.trust();
        new FrontierLoop().run(args.length > 0 ? Integer.parseInt(args[0]) : 100_000);
    }

    private void run(int sources) throws Exception {
        frontier.begin(Set.of(0));
        var start = clock.instant();
        // As after a start: polls of the time before, spread over an interval, are remembered
        for (int source = 0; source < sources; source++) {
            frontier.recall(
                    0, visited(source, start.plus(INTERVAL.multipliedBy(source).dividedBy(sources))));
        }
        frontier.begin(Set.of(0));
        for (int source = 0; source < sources; source++) {
            frontier.put(source(source));
        }
        var ready = clock.instant();
        var polls = poll(ready, ready.plus(MEASURED));
        long heap = heap();
        System.out.printf(
                "%,d sources known after %.1f s; %,d polls in %d s, begun at most %d ms late, 99 %% within %d ms; %d MB of heap%n",
                sources,
                Duration.between(start, ready).toMillis() / 1e3,
                polls.count,
                MEASURED.toSeconds(),
                polls.latest(1),
                polls.latest(0.99),
                heap >> 20);
        for (int page = 0; page < PAGES; page++) {
            frontier.recall(0, resting(page, start));
        }
        System.out.printf("a page that is remembered: %d bytes of heap%n", (heap() - heap) / PAGES);
    }

    private static long heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final class Polls {
        private final int[] byLateness = new int[60_000];
        private int count;

        void add(Duration late) {
            byLateness[(int) Math.min(byLateness.length - 1, Math.max(0, late.toMillis()))]++;
            count++;
        }

        int latest(double share) {
            long most = Math.round(share * count);
            int millis = 0;
            for (long seen = byLateness[0]; seen < most; seen += byLateness[++millis]) {}
            return millis;
        }
    }

    private Polls poll(Instant begin, Instant end) throws InterruptedException {
        var polls = new Polls();
        while (clock.instant().isBefore(end)) {
            var now = clock.instant();
            while (!asked.isEmpty() && !asked.getFirst().answeredAt().isAfter(now)) {
                answer(asked.removeFirst().turn(), now);
            }
            for (var turn = frontier.next(MANY); turn.isPresent(); turn = frontier.next(MANY)) {
                var due = turn.get().ready().due();
                // What came due while the sources were read is late by that
                polls.add(Duration.between(due.isAfter(begin) ? due : begin, clock.instant()));
                asked.add(new Asked(turn.get(), clock.instant().plus(ANSWER)));
            }
            Thread.sleep(1);
        }
        return polls;
    }

    private void answer(Turn turn, Instant now) {
        gate.left(turn.ready().host());
        schedule.done(turn.ready());
        var trip = new Trip(turn.task().url(), List.of(), null, ANSWER);
        var headers = new AnswerHeaders(null, "\"1\"", null, null, List.of());
        frontier.apply(
                new Fetched.Polled((Task.Poll) turn.task(), now, new Answer.NotModified(304, trip, headers), null));
    }

    private static String url(int source) {
        return "https://www.outlet-" + source + ".example/feeds/news.xml";
    }

    private static FetchVisit visited(int source, Instant next) {
        return FetchVisit.newBuilder()
                .setUrl(url(source))
                .setSourceId("outlet-" + source)
                .setFeed(true)
                .setEtag("\"1\"")
                .setBodyHash("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
                .setHttpStatus(200)
                .setFirstSeen(next.minus(INTERVAL))
                .setLastAttempt(next.minus(INTERVAL))
                .setNextAttempt(next)
                .build();
    }

    /** A page that needs no more visits. */
    private static FetchVisit resting(int page, Instant seen) {
        var url = "https://www.outlet-" + page % 1_000
                + ".example/2026/11/23/world/central-asia/an-article-about-water-and-power-" + page + "/";
        return FetchVisit.newBuilder()
                .setUrl(url)
                .setListedAt(url(page % 1_000))
                .setSourceId("outlet-" + page % 1_000)
                .setCanonicalUrl(url)
                .setArticleId(ArticleId.of(CanonicalUrl.parse(url).orElseThrow()))
                .setEtag("\"6742" + page + "-1a2b3\"")
                .setLastModified("Mon, 23 Nov 2026 02:16:10 GMT")
                .setBodyHash(Sha256.hex(url.getBytes(StandardCharsets.UTF_8)))
                .setHttpStatus(200)
                .setOutcome("unchanged")
                .setRevisits(3)
                .setFirstSeen(seen)
                .setLastAttempt(seen)
                .build();
    }

    private static Source source(int source) {
        return Source.newBuilder()
                .setId("outlet-" + source)
                .setName("Outlet number " + source)
                .setUrl(url(source))
                .setPublisher(new Publisher("Outlet number " + source, "KZ", "ru"))
                .build();
    }

    /** What is written down is another benchmark's. */
    private static final class Nowhere implements Ledger {
        @Override
        public void publish(RawArticle article, boolean isNew) {}

        @Override
        public void remember(int partition, FetchVisit visit) {}

        @Override
        public void forget(int partition, String url) {}

        @Override
        public void request(String site, FetchRequest request) {}

        @Override
        public void tell(SourceStatus status) {}

        @Override
        public void tell(SourceTrial trial) {}

        @Override
        public void tellRemoved(String sourceId) {}
    }
}
