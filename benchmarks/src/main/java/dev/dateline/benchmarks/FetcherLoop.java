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
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
 * both and their ratio. The fetcher reads feeds and robots.txt, checks every address, keeps one request a host, hashes, remembers and publishes
 * in transactions, on the same cores as the broker and the server. The bar: 0.6.
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.FetcherLoop [pages a host]}
 */
public final class FetcherLoop {
    private static final int HOSTS = 500;
    private static final int THREADS = 32;

    private FetcherLoop() {}

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        int pagesEach = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        try (var web = new LocalWeb(HOSTS, pagesEach);
                var broker = EmbeddedKafka.temporary()) {
            bare(web); // warms the server up
            double before = bare(web);
            double ours = ours(web, broker);
            double after = bare(web);
            double bare = (before + after) / 2;
            System.out.printf(
                    "%,d pages of %d hosts: %.0f pages/s; bare HttpClient %.0f and %.0f pages/s; ratio %.2f%n",
                    web.pages(), HOSTS, ours, before, after, ours / bare);
        }
        System.exit(0);
    }

    private static double bare(LocalWeb web) throws Exception {
        web.reset();
        var threads = Executors.newFixedThreadPool(THREADS);
        var next = new AtomicInteger();
        try (var client = client()) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.execute(() -> fetchAll(web, client, next));
            }
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.MINUTES);
        }
        return web.pagesPerSecond();
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

    private static double ours(LocalWeb web, EmbeddedKafka broker) throws Exception {
        web.reset();
        var settings = settings(broker);
        var kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        new SourcePublisher(kafka)
                .publish(IntStream.range(0, HOSTS)
                        .mapToObj(host -> source(host, web.feed(host)))
                        .toList());
        var fetcher = FetcherMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()));
        fetcher.start();
        try {
            while (web.served() < web.pages()) {
                Thread.sleep(100);
            }
        } finally {
            fetcher.close();
        }
        return web.pagesPerSecond();
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
