package dev.dateline.standalone.bench;

import dev.dateline.standalone.bench.corpus.Corpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole pipeline on one machine, from pages in the raw topic to tagged topics and tables. First as fast as it can, on pages that lie
 * there; then at half of that, to see how long one article takes. Before and after, what it is compared with.
 */
final class Bench {
    private static final int PARSE_SECONDS = 8;
    private static final int LOOK_MILLIS = 500;
    /** An article that is not stored by then never will be. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Plan plan;
    private final World world;
    private final Corpus corpus;
    private final Path folder;
    private final Stored stored;
    private final Feed feed;
    private final ParseReference parse;
    private final PrintWriter out;
    private final Machine machine = Machine.here();
    private final List<Sample> samples = new ArrayList<>();

    /**
     * What to do.
     *
     * @param warmUp articles of these that are stored before measuring begins
     * @param rate articles a second of the second part; 0 for half of what the first part did
     * @param web whether the pages of the first part are fetched; else they lie in the raw topic
     */
    record Plan(
            int articles,
            int warmUp,
            double rate,
            int seconds,
            int instances,
            int partitions,
            long seed,
            boolean web) {}

    private Bench(Plan plan, Path folder, World world, Stored stored, Feed feed, Corpus corpus, PrintWriter out) {
        this.plan = plan;
        this.folder = folder;
        this.corpus = corpus;
        this.world = world;
        this.stored = stored;
        this.feed = feed;
        this.out = out;
        this.parse = new ParseReference(corpus);
    }

    /**
     * Runs it.
     *
     * @param recording file for what the first instance records of itself; null for none
     */
    static Figures run(Plan plan, Path folder, Map<String, String> settings, @Nullable Path recording, PrintWriter out)
            throws Exception {
        var corpus = new Corpus(plan.seed());
        try (var world = World.start(folder, plan.partitions(), settings);
                var stored = new Stored(world.connect());
                var feed = new Feed(corpus, world.kafka())) {
            return new Bench(plan, folder, world, stored, feed, corpus, out).run(recording);
        }
    }

    private Figures run(@Nullable Path recording) throws Exception {
        say("parsing alone ...");
        parse.measure(PARSE_SECONDS);
        var parsed = parse.measure(PARSE_SECONDS);
        var first = plan.web() ? fetched(recording) : passed(recording);
        var latency = latency(first.whole().speed().perSecond());
        var copied = CopyReference.measure(world.connect(), stored::cpu);
        parsed = parsed.mean(parse.measure(PARSE_SECONDS));
        return new Figures(
                machine,
                plan,
                first.bytesEach(),
                first.readyAfter(),
                first.whole(),
                latency,
                new Figures.References(parsed, first.pass(), copied),
                held(),
                stored.counts(),
                samples);
    }

    /** What the first part gave. */
    private record First(double bytesEach, double readyAfter, Figures.Whole whole, Speed pass) {}

    /** The pages lie in the raw topic before the instances start. */
    private First passed(@Nullable Path recording) throws Exception {
        say("making %,d pages ...", plan.articles());
        feed.send(plan.articles());
        double bytesEach = (double) feed.bytes() / plan.articles();
        say("passing them through ...");
        var pass = new PassReference(world).measure(plan.articles());
        say("starting the pipeline ...");
        long start = System.nanoTime();
        world.startInstances(plan.instances(), false, recording);
        double readyAfter = (System.nanoTime() - start) / 1e9;
        return new First(bytesEach, readyAfter, throughput(start, bytesEach), pass);
    }

    /** The pages are on the web. */
    private First fetched(@Nullable Path recording) throws Exception {
        say("making %,d pages ...", plan.articles());
        try (var sites = LocalSites.start(folder.resolve("pages"), corpus, plan.articles())) {
            double bytesEach = (double) sites.bytes() / plan.articles();
            say("starting the pipeline ...");
            long start = System.nanoTime();
            world.startInstances(plan.instances(), true, recording);
            double readyAfter = (System.nanoTime() - start) / 1e9;
            sites.publishSources(world.kafka());
            feed.skip(plan.articles());
            var whole = throughput(start, bytesEach);
            say("passing them through ...");
            return new First(bytesEach, readyAfter, whole, new PassReference(world).measure(plan.articles()));
        }
    }

    private Figures.Whole throughput(long start, double bytesEach)
            throws SQLException, IOException, InterruptedException {
        var first = awaitStored(start, plan.warmUp());
        var before = snapshot();
        double broker = OwnUse.cpu();
        double database = seconds(stored.cpu());
        say("warm after %.0f s; measuring ...", first.seconds());
        awaitStored(start, plan.articles() * 9L / 10);
        awaitDone(plan.articles());
        // the database's counters may be a second behind
        var end = sample(start);
        var last = new Sample(end.seconds(), plan.articles(), end.cpuSeconds());
        samples.add(last);
        double articles = plan.articles() - first.stored();
        var used = snapshot().since(before);
        broker = OwnUse.cpu() - broker;
        database = seconds(stored.cpu()) - database;
        var speed = Speed.of(
                articles, articles * bytesEach, last.seconds() - first.seconds(), used.cpu() + broker + database);
        say("%.0f articles a second", speed.perSecond());
        return new Figures.Whole(speed, articles, used, broker, database);
    }

    private Figures.Latency latency(double perSecond) throws SQLException, InterruptedException {
        double rate = plan.rate() > 0 ? plan.rate() : perSecond / 2;
        say("%.0f a second for %d s ...", rate, plan.seconds());
        // the first seconds are those of an empty pipeline that begins to flow
        feed.send(rate, Math.min(10, plan.seconds()));
        var since = Timestamp.from(Instant.now());
        feed.send(rate, plan.seconds());
        awaitDone(feed.sent());
        var spent = stored.latency(since);
        return new Figures.Latency(rate, spent.get(0), spent.get(1), spent.get(2), spent.get(3));
    }

    private Sample awaitStored(long start, long count) throws SQLException, InterruptedException {
        var now = sample(start);
        var changed = now;
        while (now.stored() < count) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            now = sample(start);
            samples.add(now);
            if (now.stored() > changed.stored()) {
                changed = now;
            } else if (now.seconds() - changed.seconds() > PATIENCE.toSeconds()) {
                throw new IllegalStateException("the pipeline stands still at %d of %d".formatted(now.stored(), count));
            }
        }
        return now;
    }

    private void awaitDone(long records) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos() + TimeUnit.SECONDS.toNanos(records / 20);
        while (!stored.isDone(records)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not all of %d articles came through".formatted(records));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private Sample sample(long start) throws SQLException {
        double cpu = OwnUse.cpu() + seconds(stored.cpu());
        for (var instance : world.instances()) {
            cpu += seconds(instance.cpu());
        }
        return new Sample((System.nanoTime() - start) / 1e9, stored.about(), cpu);
    }

    private Snapshot snapshot() throws IOException {
        var sum = new Snapshot(Map.of(), 0, 0, 0, 0);
        for (var instance : world.instances()) {
            sum = sum.plus(instance.snapshot());
        }
        return sum;
    }

    private Figures.Held held() throws IOException, SQLException {
        var sum = new Snapshot(Map.of(), 0, 0, 0, 0);
        for (var instance : world.instances()) {
            sum = sum.plus(instance.settled());
        }
        return new Figures.Held(sum.heap(), sum.rss(), world.stateBytes(), world.logBytes(), stored.bytes());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private void say(String text, Object... values) {
        out.printf(text + "%n", values);
        out.flush();
    }
}
