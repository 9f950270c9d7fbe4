package dev.dateline.standalone.demo;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.standalone.newsroom.NewsroomServer;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A run of the sample newsroom to its end: waits until all is told and stored, then holds Kafka and PostgreSQL against the
 * truth.
 */
public final class DemoRun implements AutoCloseable {
    /** The topic that each stage reads, by id of the catalogue. */
    static final Map<String, String> INPUTS =
            new TreeMap<>(Map.of("clean", "raw", "dedup", "clean", "tag", "unique", "route", "enriched"));

    private static final Set<String> STORED = Set.of("enriched", "duplicate", "story", "disposition");
    private static final Duration CHECK = Duration.ofMillis(200);
    /** Nothing may have happened for so long. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final KafkaConnection kafka;
    private final NewsroomServer newsroom;
    private final Observer observer;
    private final DatabaseCheck database;
    private final Instant started;

    /**
     * @param databaseUrl where the sink writes
     * @param started when the program began, for the time to the first article
     */
    public DemoRun(KafkaConnection kafka, NewsroomServer newsroom, String databaseUrl, Instant started) {
        this.kafka = kafka;
        this.newsroom = newsroom;
        this.observer = new Observer(kafka);
        this.database = new DatabaseCheck(databaseUrl, observer.observed());
        this.started = started;
    }

    /**
     * Waits for the end and reports.
     *
     * @return true when everything is right
     */
    public boolean finish(Duration timeout, PrintWriter out) throws InterruptedException {
        var complete = waitUntilDone(timeout);
        var problems = new ArrayList<String>();
        if (!complete) {
            problems.add("not done after " + timeout.toSeconds() + " s: " + whatIsOpen());
        }
        var observed = observer.observed();
        problems.addAll(unbalanced());
        problems.addAll(TruthCheck.mismatches(newsroom.truth(), observed));
        problems.addAll(database.mismatches());
        new DemoReport(observed, this::inputOf, database, started).print(out);
        out.println();
        if (problems.isEmpty()) {
            out.println("All right: Kafka and PostgreSQL say what the truth file says, for every article.");
        } else {
            out.println(problems.size() + " differences from the truth:");
            problems.forEach(problem -> out.println("  - " + problem));
        }
        out.flush();
        return problems.isEmpty();
    }

    private boolean waitUntilDone(Duration timeout) throws InterruptedException {
        var end = Instant.now().plus(timeout);
        var quietSince = Instant.now();
        var seen = -1L;
        while (Instant.now().isBefore(end)) {
            var total = observer.observed().total();
            if (total != seen || !isDone()) {
                seen = total;
                quietSince = Instant.now();
            }
            if (Duration.between(quietSince, Instant.now()).compareTo(QUIET) >= 0) {
                return true;
            }
            Thread.sleep(CHECK.toMillis());
        }
        return false;
    }

    private boolean isDone() throws InterruptedException {
        return newsroom.exhausted()
                && unbalanced().isEmpty()
                && database.isComplete(storedTopics())
                && observer.hasReadAll();
    }

    private String whatIsOpen() {
        if (!newsroom.exhausted()) {
            return "the fetcher has not read all pages";
        }
        return database.isComplete(storedTopics())
                ? "the stages still work, or a transaction is open"
                : "the sink has not stored everything";
    }

    private Set<String> storedTopics() {
        return Set.copyOf(STORED.stream()
                .map(id -> kafka.topics().catalogue().topic(id).name())
                .toList());
    }

    private long inputOf(String stage) {
        var topic = kafka.topics()
                .catalogue()
                .topic(Objects.requireNonNull(INPUTS.get(stage)))
                .name();
        return observer.observed().records(topic);
    }

    /** In = kept + dropped + dead, for every stage, from committed records. */
    private List<String> unbalanced() {
        return INPUTS.keySet().stream()
                .filter(stage ->
                        inputOf(stage) != observer.observed().stage(stage).total())
                .map(stage -> "stage " + stage + ": " + inputOf(stage) + " in, but "
                        + observer.observed().stage(stage).total() + " kept, dropped and dead")
                .toList();
    }

    @Override
    public void close() {
        observer.close();
    }
}
