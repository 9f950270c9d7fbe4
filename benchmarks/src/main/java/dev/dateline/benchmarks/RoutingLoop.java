package dev.dateline.benchmarks;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.router.RouterMain;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/**
 * Holds the router, with 40 topics to choose from, against a Streams application that copies the same records from topic to topic:
 * the same broker, settings and guarantees. Each round both work off the same articles; prints what the processor spent on a megabyte
 * of values written, broker included, and the ratio of copy to router (1 when routing costs no more than copying what it writes).
 *
 * <p>{@code java -cp "benchmarks/target/classes:benchmarks/target/dependency/*" dev.dateline.benchmarks.RoutingLoop [articles a round]}
 */
public final class RoutingLoop implements AutoCloseable {
    private static final int ROUNDS = 5;
    private static final String COPY = "copy";
    private static final int PARTITIONS = 3;
    private static final double LEAST = 0.4;
    /** Beside the topics of regions and themes, so that there are 40. */
    private static final List<String> OWN = List.of(
            "region in (KZ, UZ) and theme in (medtop:04000000) and score >= 0.5",
            "language = ru and not region = KZ",
            "outlet = 'Outlet 1' or outlet = 'Outlet 2'",
            "title contains w1 and region in (143)");

    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final RoutedNews news;
    private final Settings settings;
    private final KafkaConnection kafka;
    private final List<String> topics;

    private RoutingLoop() throws Exception {
        settings = new SettingsLoader(RouterMain.DEFINITION.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), Integer.toString(PARTITIONS))
                .set(
                        StreamsSettings.STATE_DIRECTORY.key(),
                        Files.createTempDirectory("dateline-routing").toString())
                .load();
        kafka = KafkaConnection.from(settings);
        var provisioner = new TopicProvisioner(settings);
        provisioner.apply(kafka.topics().catalogue());
        broker.createTopic(COPY, PARTITIONS);
        for (var number = 0; number < OWN.size(); number++) {
            var route = RouteParser.parse(OWN.get(number), RouteNames.CODES);
            new RouteDesk(kafka).set("own-" + number, route, provisioner, new Order("benchmark", null, false));
        }
        var catalogue = kafka.topics().catalogue();
        topics = Stream.concat(
                        catalogue.members().stream().map(TopicSpec::name),
                        IntStream.range(0, OWN.size())
                                .mapToObj(number ->
                                        kafka.topics().ownRoute("own-" + number).name()))
                .toList();
        news = new RoutedNews(
                List.copyOf(catalogue.family("region").topicByCode().keySet()),
                List.copyOf(catalogue.family("theme").topicByCode().keySet()));
    }

    /** Runs the loop. */
    public static void main(String[] args) throws Exception {
        var articles = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        try (var loop = new RoutingLoop()) {
            System.exit(loop.run(articles) ? 0 : 1);
        }
    }

    private boolean run(int articles) throws Exception {
        System.out.printf("%d topics, %d articles a round%n", topics.size(), articles);
        var ratios = new double[ROUNDS];
        for (var round = -1; round < ROUNDS; round++) { // the first one warms
            try (var producer = Clients.producer(kafka, "news")) {
                for (var number = 0; number < articles; number++) {
                    var article = news.next();
                    producer.send(kafka.topics().enriched().record(article.getArticleId(), article));
                }
            }
            var routing = measure("route", this::routing, topics);
            var copying = measure(COPY, this::copying, List.of(COPY));
            var ratio = copying.cpuPerMegabyte() / routing.cpuPerMegabyte();
            System.out.printf(
                    Locale.ROOT,
                    "routing %s; copying %s; ratio %.2f (by the clock %.2f)%n",
                    routing,
                    copying,
                    ratio,
                    copying.wallPerMegabyte() / routing.wallPerMegabyte());
            if (round >= 0) {
                ratios[round] = ratio;
            }
        }
        Arrays.sort(ratios);
        var median = ratios[ROUNDS / 2];
        System.out.printf(Locale.ROOT, "median %.2f, at least %.2f is asked for%n", median, LEAST);
        return median >= LEAST;
    }

    /** What is opened runs until it is closed. */
    private interface Work {
        AutoCloseable open() throws Exception;
    }

    private Spent measure(String stage, Work work, List<String> written) throws Exception {
        var before = bytes(written);
        try (var watch = new GroupWatch(
                broker.admin(),
                StreamsSettings.APPLICATION_PREFIX + stage,
                kafka.topics().enriched().name())) {
            var running = work.open();
            try (running) {
                var spent = watch.toTheEnd();
                return spent.on(bytes(written) - before);
            }
        }
    }

    private AutoCloseable routing() throws Exception {
        var service = RouterMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()));
        service.start();
        return service::close;
    }

    private AutoCloseable copying() {
        var bytes = Serdes.ByteArray();
        var topology = new Topology()
                .addSource(
                        "in",
                        bytes.deserializer(),
                        bytes.deserializer(),
                        kafka.topics().enriched().name())
                .addSink("out", COPY, bytes.serializer(), bytes.serializer(), "in");
        var streams = new KafkaStreams(
                topology, StreamsSettings.properties(settings, kafka, new SimpleMeterRegistry(), COPY));
        streams.start();
        return streams::close;
    }

    private long bytes(List<String> written) {
        var bytes = new long[1];
        try (var consumer = Clients.consumer(kafka, "bytes", null, "earliest")) {
            for (var topic : written) {
                PartitionReader.readToEnd(
                        consumer, topic, record -> bytes[0] += Math.max(0, record.serializedValueSize()));
            }
        }
        return bytes[0];
    }

    @Override
    public void close() {
        broker.close();
    }
}
