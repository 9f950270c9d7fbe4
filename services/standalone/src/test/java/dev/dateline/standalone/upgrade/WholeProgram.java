package dev.dateline.standalone.upgrade;

import static org.awaitility.Awaitility.await;

import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.schema.RawArticle;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.Standalone;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine;

/** Every service of the present version on a data folder, which may be one that another version left. */
record WholeProgram(Standalone standalone) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As long as it takes: a folder of today is read by versions of years to come. */
    private static final String FOR_EVER = "36500d";

    WholeProgram(Path data) throws Exception {
        this(Standalone.start(
                data,
                options(),
                Map.of(
                        FetcherConfig.ALLOW_LOOPBACK, "true",
                        FetcherConfig.HOST_SPACING, "50ms",
                        FetcherConfig.MIN_INTERVAL, "1s",
                        FetcherConfig.REMEMBER, FOR_EVER,
                        SinkConfig.DISPOSITION_RETENTION, FOR_EVER)));
    }

    private static SettingsOptions options() {
        var options = new SettingsOptions();
        CommandLine.populateCommand(options, "--set", "console.port=0");
        return options;
    }

    Topics topics() {
        return standalone.kafka().topics();
    }

    String databaseUrl() {
        return standalone.settings().get(SinkConfig.URL);
    }

    Admin admin() {
        return Admin.create(standalone.kafka().properties());
    }

    /** Sends what a fetcher would, at the time at which it says that it was fetched. */
    void send(RawArticle article) {
        var raw = topics().raw();
        var value = raw.values().serializer().serialize(raw.name(), article);
        try (var producer = Clients.producer(standalone.kafka(), "test")) {
            producer.send(new ProducerRecord<>(
                    raw.name(), null, article.getFetchedAt().toEpochMilli(), article.getArticleId(), value));
        }
    }

    List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = Clients.consumer(standalone.kafka(), "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic, records::add);
        }
        return records;
    }

    <V> List<V> values(Topic<V> topic) {
        return records(topic.name()).stream()
                .filter(record -> record.value() != null)
                .map(record -> topic.values().deserializer().deserialize(topic.name(), record.value()))
                .toList();
    }

    /** The first column of a query. */
    List<String> query(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(databaseUrl())) {
            return TableText.column(connection, sql);
        }
    }

    /** Every topic that holds something, those of Streams included, with how many records can be read of it. */
    Map<String, Integer> counts() throws Exception {
        var counts = new TreeMap<String, Integer>();
        try (var admin = admin()) {
            for (var topic : admin.listTopics().names().get()) {
                var count = records(topic).size();
                if (count > 0) {
                    counts.put(topic, count);
                }
            }
        }
        return counts;
    }

    /** Waits until every group of ours has read its topics to their ends, and the sink has stored what it read. */
    void settle() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> open().isEmpty());
    }

    /** Partitions that somebody has not read to the end. */
    private Set<TopicPartition> open() throws Exception {
        var open = new HashSet<TopicPartition>();
        try (var admin = admin();
                var reader = Clients.consumer(standalone.kafka(), "test", null, "earliest")) {
            for (var group : admin.listGroups().all().get()) {
                var positions = admin.listConsumerGroupOffsets(group.groupId())
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = reader.endOffsets(positions.keySet());
                positions.forEach((partition, position) -> {
                    if (position == null || position.offset() < ends.get(partition)) {
                        open.add(partition);
                    }
                });
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return open;
    }

    @Override
    public void close() {
        standalone.close();
    }
}
