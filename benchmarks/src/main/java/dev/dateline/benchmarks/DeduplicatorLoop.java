package dev.dateline.benchmarks;

import dev.dateline.deduplicator.DeduplicatorMain;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Runs the whole deduplicator, as it ships, on a real embedded broker: its log is read, verdicts, stories and traces are
 * published, and its memory goes to RocksDB and the changelog, exactly once. Prints, with so many articles held (10,000, 100,000
 * and 1,000,000 unless told otherwise), articles a second by the clock and by the processor time of the task's own thread, then
 * bytes an article in the store and on the heap, the time of a restart, and what that makes for a week of a million articles a day.
 *
 * <p>The broker and what writes the log share the machine, so the clock's figure is a floor; the thread's own time says what the
 * task could do with a core to itself. The bar: 1,000 a second at a million held, and at most twice the time that an article takes
 * at 100,000. All articles lie within the horizon of 7 days. See {@link ArticleLog} for what they are like.
 *
 * <p>{@code java -Xmx5g -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.DeduplicatorLoop
 * [held...]}
 */
public final class DeduplicatorLoop {
    private static final int WINDOW = 10_000;
    private static final int LEAD = 20_000;
    private static final long WEEK = 7_000_000;
    /** Less than the day after which a broker forgets a producer by the timestamps of its records. */
    private static final Duration SPAN = Duration.ofHours(20);

    private static final String TASK_THREAD = "StreamThread";

    private final long[] stops;
    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final Path state = Files.createTempDirectory("deduplicator-loop");
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private volatile boolean enough;

    private DeduplicatorLoop(long[] stops) throws IOException {
        this.stops = stops;
    }

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        var stops = args.length > 0
                ? Arrays.stream(args).mapToLong(Long::parseLong).toArray()
                : new long[] {10_000, 100_000, 1_000_000};
        new DeduplicatorLoop(stops).run();
        System.exit(0);
    }

    private void run() throws Exception {
        var service = start();
        var writer = new Thread(this::write, "writer");
        writer.setDaemon(true);
        writer.start();
        for (long held : stops) {
            measure(held);
        }
        enough = true;
        writer.join();
        long held = judged();
        long full = heap();
        service.close();
        long heap = (full - heap()) / held;
        long store = bytes(state) / held;
        long started = System.nanoTime();
        start().close();
        double restart = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "an article held: %d bytes of heap, %d bytes of store; a restart with %d: %.1f s%n",
                heap, store, held, restart);
        System.out.printf(
                "a week of a million a day: %.1f GB of heap, %.1f GB of store, a restart of %.0f s%n",
                heap * WEEK / 1e9, store * WEEK / 1e9, restart * WEEK / held);
        broker.close();
    }

    private Service start() throws Exception {
        var settings = new SettingsLoader(DeduplicatorMain.DEFINITION.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "1")
                .set(StreamsSettings.STATE_DIRECTORY.key(), state.toString())
                .load();
        new TopicProvisioner(settings)
                .apply(KafkaConnection.from(settings).topics().catalogue());
        var service = DeduplicatorMain.DEFINITION.factory().create(new Environment(settings, meters));
        service.start();
        while (service.health().state() != Health.State.UP) {
            Thread.sleep(20);
        }
        return service;
    }

    private void measure(long held) throws InterruptedException {
        await(held);
        long articles = judged();
        long clock = System.nanoTime();
        long cpu = taskTime();
        await(held + WINDOW);
        articles = judged() - articles;
        double seconds = (System.nanoTime() - clock) / 1e9;
        double own = (taskTime() - cpu) / 1e9;
        System.out.printf(
                "with %,d held: %.0f articles/s by the clock, %.0f by the task's own time (%.0f us an article)%n",
                held, articles / seconds, articles / own, 1e6 * own / articles);
    }

    private void await(long count) throws InterruptedException {
        while (judged() < count) {
            Thread.sleep(2);
        }
    }

    private long judged() {
        return (long) meters.find(PipelineMetrics.STAGE_ARTICLES.name()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Writes the log, some way ahead of the deduplicator. */
    private void write() {
        var log = new ArticleLog();
        var last = stops[stops.length - 1] + WINDOW + LEAD;
        var begin = Instant.now().minus(SPAN);
        try (var producer = Clients.producer(connection(), "writer")) {
            var clean = connection().topics().clean();
            for (long i = 0; i < last && !enough; i++) {
                while (i > judged() + LEAD && !enough) {
                    Thread.sleep(5);
                }
                var at = begin.plusMillis(SPAN.toMillis() * i / last);
                var article = log.next(at);
                var bytes = clean.values().serializer().serialize(clean.name(), article);
                producer.send(new ProducerRecord<>(clean.name(), 0, at.toEpochMilli(), article.getArticleId(), bytes));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private KafkaConnection connection() {
        try {
            return KafkaConnection.from(new SettingsLoader(KafkaSettings.ALL)
                    .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                    .load());
        } catch (StartException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long taskTime() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains(TASK_THREAD))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
