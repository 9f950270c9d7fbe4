package dev.dateline.kafka.streams;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Streams applications, and the properties that they all share: exactly once, named, bounded. */
public final class StreamsSettings {
    public static final Setting<Path> STATE_DIRECTORY = Setting.of(
            "streams.state-directory",
            SettingType.PATH,
            "data/streams",
            "Folder of local state; give it a disk that survives a restart.");
    public static final Setting<Integer> THREADS = Setting.of(
            "streams.threads", SettingType.between(1, 64), "1", "Threads of each Streams application in this process.");
    public static final Setting<Duration> COMMIT_INTERVAL = Setting.of(
            "streams.commit-interval",
            SettingType.DURATION.where(
                    interval -> interval.toMillis() >= 10 && interval.toMillis() <= 5_000, "10ms to 5s"),
            "100ms",
            "Time between two transactions; shorter means lower latency and more work for the broker.");
    public static final Setting<Integer> STANDBYS = Setting.of(
            "streams.standbys", SettingType.between(0, 5), "1", "Warm copies of local state on other instances.");
    private static final List<Setting<?>> OWN = List.of(STATE_DIRECTORY, THREADS, COMMIT_INTERVAL, STANDBYS);

    /** Pages are up to 10 MiB once decoded, so a request is a little more. */
    private static final int MAX_REQUEST_BYTES = 16 << 20;

    /** The first word of every consumer group of ours. */
    public static final String APPLICATION_PREFIX = "dateline-";

    /** Raw records are about 100 KB: a backlog on a dozen partitions must fit into the heap. */
    private static final int BUFFERED_RECORDS = 50;

    /** What stores remember is a few KB each: a restore that took as few at a time as there are raw records would mostly wait. */
    private static final int RESTORED_RECORDS = 2_000;

    /** The quickest: a text that is written five times need not be the smallest. */
    private static final int ZSTD_LEVEL = 1;
    /** Of a partition in a transaction: what a stage makes in one goes in a few requests, where a few articles would fill Kafka's default. */
    private static final int BATCH_BYTES = 256 << 10;

    private static final int SESSION_TIMEOUT_MILLIS = 6_000;

    private StreamsSettings() {}

    /** The settings of a service that is a Streams application: Kafka's, these, and its own. */
    public static List<Setting<?>> with(List<Setting<?>> own) {
        return Stream.of(KafkaSettings.ALL, OWN, own).flatMap(List::stream).toList();
    }

    /**
     * Gives the properties of an application.
     *
     * @param stage the word for it in dead letters and traces; the application id, which names the consumer group, the
     *     internal topics and the folder of state, is made of it
     */
    public static Properties properties(Settings settings, KafkaConnection kafka, MeterRegistry meters, String stage) {
        var applicationId = APPLICATION_PREFIX + stage;
        var properties = new Properties();
        properties.putAll(kafka.properties());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG, settings.get(STATE_DIRECTORY).toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.get(THREADS));
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.get(COMMIT_INTERVAL).toMillis());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.get(STANDBYS));
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.get(KafkaSettings.REPLICATION));
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), BUFFERED_RECORDS);
        properties.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), RESTORED_RECORDS);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                kafka.topics().deadLetter().name());
        properties.put(DeadLetterHandler.STAGE, stage);
        properties.put(DeadLetterHandler.TOPICS, kafka.topics());
        properties.put(DeadLetterHandler.METERS, meters);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), SESSION_TIMEOUT_MILLIS / 4);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), ZSTD_LEVEL);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // Nobody may read a record before its transaction is committed, and a commit sends what waits
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
                settings.get(COMMIT_INTERVAL).toMillis());
        return properties;
    }
}
