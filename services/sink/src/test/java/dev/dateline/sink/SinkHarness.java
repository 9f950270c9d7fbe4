package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.EnrichedArticle;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A real broker and a real PostgreSQL, for sinks to run between. */
final class SinkHarness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final List<String> TABLES = List.of(
            "article",
            "article_version",
            "region_tag",
            "theme_tag",
            "duplicate",
            "story",
            "story_copy",
            "disposition",
            "source_status");

    private final EmbeddedKafka broker;
    private final EmbeddedDatabase postgres;
    private final Settings settings;
    final KafkaConnection kafka;
    final MeterRegistry meters = new SimpleMeterRegistry();
    private Producer<String, byte[]> producer;

    SinkHarness() throws Exception {
        this(EmbeddedKafka.temporary(), EmbeddedDatabase.temporary());
    }

    /** Servers whose data lie in folders {@code kafka} and {@code postgres}, where a test can copy them while they are stopped. */
    static SinkHarness in(Path folder) throws Exception {
        var broker = EmbeddedKafka.in(folder.resolve("kafka"), 0);
        var postgres = EmbeddedDatabase.in(folder.resolve("postgres"), 0);
        broker.start();
        postgres.start();
        return new SinkHarness(broker, postgres);
    }

    private SinkHarness(EmbeddedKafka broker, EmbeddedDatabase postgres) throws Exception {
        this.broker = broker;
        this.postgres = postgres;
        settings = new SettingsLoader(SinkMain.DEFINITION.settings())
                .set("kafka.bootstrap", broker.bootstrap())
                .set("kafka.max-partitions", "2")
                .set("kafka.replication", "1")
                .set("sink.database-url", postgres.url())
                .set("sink.longest-back-off", "500ms")
                .load();
        kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        producer = Clients.producer(kafka, "test");
    }

    Topics topics() {
        return kafka.topics();
    }

    EmbeddedKafka broker() {
        return broker;
    }

    /** Starts a sink; the caller closes it. */
    Service sink() throws StartException {
        var sink = SinkMain.DEFINITION.factory().create(new Environment(settings, meters));
        try {
            sink.start();
        } catch (StartException e) {
            sink.close();
            throw e;
        }
        return sink;
    }

    <V> void send(Topic<V> topic, String key, V value) {
        send(topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
    }

    void send(String topic, String key, byte[] value) {
        // one partition, so that the order is the order of the test
        producer.send(new ProducerRecord<>(topic, 0, key, value));
        producer.flush();
    }

    byte[] bytes(EnrichedArticle article) {
        var topic = topics().enriched();
        return topic.values().serializer().serialize(topic.name(), article);
    }

    /** The rows of a query, their columns joined by a bar. */
    List<String> query(String sql) {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(postgres.url());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var columns = new ArrayList<String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join("|", columns.stream().map(String::valueOf).toList()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return rows;
    }

    void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Everything that the tables say of the news, with the time at which each row was written; except of the article that a
     * pretended other instance stored.
     */
    List<String> everything() {
        var rows = new ArrayList<String>();
        TABLES.forEach(table -> rows.addAll(query("SELECT '" + table + "', t FROM " + table + " t ORDER BY t")));
        rows.removeIf(row -> row.contains("fenced-1"));
        return rows;
    }

    /** The same without the time at which each row was written. */
    List<String> news() {
        var rows = new ArrayList<String>();
        TABLES.forEach(table -> rows.addAll(
                query("SELECT '" + table + "', to_jsonb(t) - 'stored_at' FROM " + table + " t ORDER BY 2")));
        return rows;
    }

    /** Waits until all that was sent is stored. */
    void settle(Service sink) {
        var ends = ends();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(sink.health().state()).isEqualTo(Health.State.UP);
            assertThat(query("SELECT topic, topic_partition, next_offset FROM sink_offset"))
                    .containsAll(ends);
        });
    }

    /** The end of every partition that the sink reads, as the table of offsets would show it. */
    private List<String> ends() {
        try (var consumer = Clients.consumer(kafka, "ends", null, "earliest")) {
            var partitions = List.of(
                            topics().enriched(),
                            topics().duplicate(),
                            topics().story(),
                            topics().sourceStatus(),
                            topics().disposition())
                    .stream()
                    .map(topic -> new TopicPartition(topic.name(), 0))
                    .toList();
            return consumer.endOffsets(partitions).entrySet().stream()
                    .map(end -> end.getKey().topic() + "|0|" + end.getValue())
                    .toList();
        }
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            var partitions = consumer.partitionsFor(topics().deadLetter().name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            PartitionReader.readToEnd(consumer, partitions, letters::add);
        }
        return letters;
    }

    void stopKafka() {
        producer.close();
        broker.stop();
    }

    void startKafka() throws StartException {
        broker.start();
        producer = Clients.producer(kafka, "test");
    }

    void stopPostgres() {
        postgres.stop();
    }

    void startPostgres() throws StartException {
        postgres.start();
    }

    @Override
    public void close() {
        producer.close();
        broker.close();
        postgres.close();
    }
}
