package dev.dateline.benchmarks;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.fetcher.FetcherMain;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Has the whole fetcher, as it ships, fetch the pages that 500 local hosts list, and publish them to a real embedded broker; before and
 * after, a bare loop of Apache HttpClient 5 with as many threads fetches the same pages and drops them. Prints the pages a second of
 * both and their ratio, and the CPU that the threads which fetch took for a page. The fetcher reads feeds and robots.txt, checks every
 * address, keeps one request a host, hashes, finds what a page calls itself, remembers and publishes in transactions, on the same cores as
 * the broker and the server.
 *
 * <p>Twice: with hosts that answer after 20 ms, as near ones do, where the ratio says how well the fetcher keeps its workers busy (the bar:
 * 0.6), and with hosts that answer at once, where both take all of the cores and the ratio says how much more is done for a page.
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.FetcherLoop [pages a host]}
 */
public final class FetcherLoop {
    private static final int HOSTS = 500;
    private static final int THREADS = 32;
    private static final Duration NEAR = Duration.ofMillis(20);
    /** As the fetcher names its workers, and the thread that decides what they do. */
    private static final String FETCHING = "fetch";

    private FetcherLoop() {}

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        int pagesEach = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        for (var answersAfter : List.of(NEAR, Duration.ZERO)) {
            try (var web = new LocalWeb(HOSTS, pagesEach, answersAfter)) {
                compare(web, answersAfter);
            }
        }
        System.exit(0);
    }

    private static void compare(LocalWeb web, Duration answersAfter) throws Exception {
        bare(web); // warms the server up, and both sides
        ours(web);
        var before = bare(web);
        var ours = ours(web);
        var after = bare(web);
        double bare = (before.pagesPerSecond() + after.pagesPerSecond()) / 2;
        System.out.printf(
                "%,d pages of %d hosts that answer after %d ms%n  bare HttpClient %s%n  the fetcher     %s%n  bare HttpClient %s%nratio %.2f%n",
                web.pages(), HOSTS, answersAfter.toMillis(), before, ours, after, ours.pagesPerSecond() / bare);
    }

    /** @param cpu a page, in milliseconds; named are the threads that fetch */
    private record Run(double pagesPerSecond, CpuOfThreads cpu) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f pages/s; CPU a page: %.2f ms of threads that fetch, %.2f ms of all others and the server, %.2f ms of compiling and collecting",
                    pagesPerSecond,
                    cpu.named(),
                    cpu.java() - cpu.named(),
                    cpu.all() - cpu.java());
        }
    }

    private static Run bare(LocalWeb web) throws Exception {
        web.reset();
        var cpu = CpuOfThreads.now(FETCHING);
        var done = new CountDownLatch(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, FETCHING));
        var next = new AtomicInteger();
        try (var client = client()) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.execute(() -> {
                    fetchAll(web, client, next);
                    done.countDown();
                });
            }
            done.await();
            return new Run(
                    web.pagesPerSecond(), CpuOfThreads.now(FETCHING).since(cpu).each(web.pages()));
        } finally {
            threads.shutdown();
        }
    }

    private static void fetchAll(LocalWeb web, CloseableHttpClient client, AtomicInteger next) {
        for (int page = next.getAndIncrement(); page < web.pages(); page = next.getAndIncrement()) {
            try {
                client.execute(
                        new HttpGet(web.page(page % HOSTS, page / HOSTS)),
                        answer -> EntityUtils.toByteArray(answer.getEntity()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static CloseableHttpClient client() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new DnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return new InetAddress[] {InetAddress.getLoopbackAddress()};
                    }

                    @Override
                    public String resolveCanonicalHostname(String host) {
                        return host;
                    }
                })
                .setMaxConnTotal(THREADS)
                .build();
        return HttpClients.custom().setConnectionManager(connections).build();
    }

    private static Run ours(LocalWeb web) throws Exception {
        try (var broker = EmbeddedKafka.temporary()) {
            return ours(web, broker);
        }
    }

    private static Run ours(LocalWeb web, EmbeddedKafka broker) throws Exception {
        web.reset();
        var settings = settings(broker);
        var kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        new SourcePublisher(kafka)
                .publish(IntStream.range(0, HOSTS)
                        .mapToObj(host -> source(host, web.feed(host)))
                        .toList());
        var fetcher = FetcherMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()));
        var cpu = CpuOfThreads.now(FETCHING);
        fetcher.start();
        try {
            while (web.served() < web.pages()) {
                Thread.sleep(100);
            }
            return new Run(
                    web.pagesPerSecond(), CpuOfThreads.now(FETCHING).since(cpu).each(web.pages()));
        } finally {
            fetcher.close();
        }
    }

    private static Settings settings(EmbeddedKafka broker) throws Exception {
        var loader = new SettingsLoader(FetcherMain.DEFINITION.settings());
        loader.set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap());
        loader.set(KafkaSettings.REPLICATION.key(), "1");
        loader.set(KafkaSettings.MAX_PARTITIONS.key(), "4");
        loader.set(FetcherConfig.ALLOW_LOOPBACK.key(), "true");
        loader.set(FetcherConfig.HOST_SPACING.key(), "1ms");
        loader.set(FetcherConfig.WORKERS.key(), Integer.toString(THREADS));
        return loader.load();
    }

    private static Source source(int host, String feed) {
        return Source.newBuilder()
                .setId("host-" + host)
                .setName("Host " + host)
                .setUrl(feed)
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }
}
