package dev.dateline.fetcher;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real broker with the topics of the catalogue, and fetchers in a great hurry. */
final class FetcherBench implements AutoCloseable {
    private static final Map<Setting<?>, String> HURRY = Map.of(
            KafkaSettings.REPLICATION, "1",
            KafkaSettings.MAX_PARTITIONS, "2",
            FetcherConfig.MIN_INTERVAL, "300ms",
            FetcherConfig.MAX_INTERVAL, "600ms",
            FetcherConfig.REVISIT_AFTER, "500ms,1s,2s,3s,4s,5s,6s,7s,8s,9s,10s,12s,14s,16s,18s,20s",
            FetcherConfig.CONFIRM_MISSING, "1s",
            FetcherConfig.HOST_SPACING, "10ms",
            FetcherConfig.ALLOW_LOOPBACK, "true");

    final EmbeddedKafka broker = EmbeddedKafka.temporary();
    final KafkaConnection kafka;
    private final List<Service> fetchers = new ArrayList<>();

    FetcherBench() throws StartException, InterruptedException {
        var settings = settings("0");
        kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
    }

    private Settings settings(String instance) throws StartException {
        var loader = new SettingsLoader(FetcherMain.DEFINITION.settings());
        loader.set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap());
        loader.set(FetcherConfig.INSTANCE.key(), instance);
        HURRY.forEach((setting, text) -> loader.set(setting.key(), text));
        return loader.load();
    }

    Service start() throws StartException {
        return start("0");
    }

    /** Starts a fetcher of this name; it is closed with the bench. */
    Service start(String instance) throws StartException {
        var environment = new Environment(settings(instance), new SimpleMeterRegistry());
        var fetcher = FetcherMain.DEFINITION.factory().create(environment);
        fetcher.start();
        fetchers.add(fetcher);
        return fetcher;
    }

    void source(String id, String url) throws InterruptedException {
        new SourcePublisher(kafka)
                .publish(List.of(Source.newBuilder()
                        .setId(id)
                        .setName(id)
                        .setUrl(url)
                        .setPublisher(
                                Publisher.newBuilder().setOutlet("Local News").build())
                        .build()));
    }

    /** Every article that a committed transaction has published, in the order of publication for each article. */
    List<RawArticle> articles() {
        return committed(kafka.topics().raw());
    }

    List<SourceStatus> statuses() {
        return committed(kafka.topics().sourceStatus());
    }

    private <V> List<V> committed(Topic<V> topic) {
        var values = new ArrayList<V>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            var partitions = PartitionReader.partitionsOf(consumer, topic.name());
            consumer.assign(partitions);
            PartitionReader.readToEnd(
                    consumer,
                    partitions,
                    record -> values.add(topic.values().deserializer().deserialize(topic.name(), record.value())));
        }
        return values;
    }

    @Override
    public void close() {
        fetchers.forEach(Service::close);
        broker.close();
    }
}
