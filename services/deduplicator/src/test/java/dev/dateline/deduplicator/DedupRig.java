package dev.dateline.deduplicator;

import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker with the deduplicator's topics, one partition each, and deduplicators that come and go. */
final class DedupRig implements AutoCloseable {
    private static final String STATES = StreamsSettings.APPLICATION_PREFIX + DeduplicatorTopology.STAGE + "-"
            + DeduplicatorTopology.STORE + "-changelog";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final KafkaConnection kafka;

    DedupRig() throws Exception {
        var settings = new SettingsLoader(KafkaSettings.ALL)
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .load();
        kafka = KafkaConnection.from(settings);
        var topics = kafka.topics();
        var used = Stream.of(
                topics.clean(),
                topics.unique(),
                topics.duplicate(),
                topics.story(),
                topics.disposition(),
                topics.deadLetter());
        try (var admin = broker.admin()) {
            admin.createTopics(used.map(topic -> keptForEver(topic.spec())).toList())
                    .all()
                    .get();
        }
    }

    KafkaConnection kafka() {
        return kafka;
    }

    /** The settings of an instance with a folder of its own, as key=value. */
    Map<String, String> settings(Path state, Duration commitInterval) {
        var settings = new LinkedHashMap<String, String>();
        settings.put(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap());
        settings.put(KafkaSettings.MAX_PARTITIONS.key(), "1");
        settings.put(KafkaSettings.REPLICATION.key(), "1");
        settings.put(StreamsSettings.STATE_DIRECTORY.key(), state.toString());
        settings.put(StreamsSettings.COMMIT_INTERVAL.key(), commitInterval.toMillis() + "ms");
        return settings;
    }

    /** Starts an instance in this JVM. */
    StreamsService start(Path state, Duration commitInterval) throws StartException {
        var loader = new SettingsLoader(DeduplicatorMain.DEFINITION.settings());
        settings(state, commitInterval).forEach(loader::set);
        Settings settings = loader.load();
        var service = (StreamsService) DeduplicatorMain.create(new Environment(settings, new SimpleMeterRegistry()));
        service.start();
        return service;
    }

    /** Makes deduplicators that start after this remember articles: what they would have written is in their changelog. */
    void remember(Stream<ArticleState> states) throws ExecutionException, InterruptedException {
        var serializer = kafka.topics().articleStates().serializer();
        var compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        try (var admin = broker.admin()) {
            admin.createTopics(List.of(new NewTopic(STATES, 1, (short) 1).configs(compacted)))
                    .all()
                    .get();
        }
        try (var producer = Clients.producer(kafka, "test")) {
            states.forEach(state -> producer.send(
                    new ProducerRecord<>(STATES, 0, state.getArticleId(), serializer.serialize(STATES, state))));
        }
    }

    /** Appends entries to the log; one that is null is followed by bytes that nobody can read. */
    void send(List<NewsLog.Entry> entries) throws ExecutionException, InterruptedException {
        var clean = kafka.topics().clean();
        try (var producer = Clients.producer(kafka, "test")) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var entry : entries) {
                sent.add(producer.send(new ProducerRecord<>(
                        clean.name(), 0, entry.ingested().toEpochMilli(), entry.key(), value(clean, entry))));
            }
            for (var one : sent) {
                one.get();
            }
        }
    }

    private static byte[] value(Topic<CleanArticle> clean, NewsLog.Entry entry) {
        return entry.article() == null
                ? new StringSerializer().serialize("", "no Avro")
                : clean.values().serializer().serialize(clean.name(), entry.article());
    }

    /** Waits until so many records of the log have left their trace, in committed transactions. */
    void awaitTraces(int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> read(kafka.topics().disposition()).size() >= count);
    }

    /** Everything that is committed on a topic, in order. */
    List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        var partition = List.of(new TopicPartition(topic.name(), 0));
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            consumer.assign(partition);
            PartitionReader.readToEnd(consumer, partition, records::add);
        }
        return records;
    }

    @Override
    public void close() {
        broker.close();
    }

    /** The test's records are as old as their ingest times say, and must be neither deleted for it nor compacted. */
    private static NewTopic keptForEver(TopicSpec spec) {
        var config = new HashMap<>(spec.config());
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        return new NewTopic(spec.name(), 1, (short) 1).configs(config);
    }
}
