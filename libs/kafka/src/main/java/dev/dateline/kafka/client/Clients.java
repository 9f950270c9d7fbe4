package dev.dateline.kafka.client;

import dev.dateline.kafka.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain consumers and producers with the properties that Dateline relies on. Values are bytes: whoever works with them
 * decodes them with the topic's serde, and can so answer for a record that is unreadable.
 */
public final class Clients {
    /** A page is up to 10 MiB, a request a little more. */
    private static final int MAX_REQUEST_BYTES = 16 << 20;

    /** A few pages: with Kafka's own 16 KB each would be a batch of its own, and few of them are under way at once. */
    private static final int BATCH_BYTES = 256 << 10;

    /** A transaction that is open for longer is ended by Kafka, and its producer locked out. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(30);

    /** As for Streams: what a killed member looked after waits no longer than this. */
    private static final int SESSION_TIMEOUT_MILLIS = 6_000;

    private Clients() {}

    /**
     * Makes a consumer that sees committed records only and never moves its offsets by itself.
     *
     * @param clientId names it in metrics; set, else every restart makes new series
     * @param group the consumer group, or null for a reader that assigns its partitions itself
     * @param reset where to begin without offsets: earliest, latest or none
     */
    public static Consumer<String, byte[]> consumer(
            KafkaConnection kafka, String clientId, @Nullable String group, String reset) {
        return consumer(consumerProperties(kafka, clientId, group, reset));
    }

    /** Makes a member of a group that keeps what it has when others come or go: for what is dear to take over. */
    public static Consumer<String, byte[]> cooperativeConsumer(
            KafkaConnection kafka, String clientId, String group, String reset) {
        var properties = consumerProperties(kafka, clientId, group, reset);
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return consumer(properties);
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> properties) {
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> consumerProperties(
            KafkaConnection kafka, String clientId, @Nullable String group, String reset) {
        Map<String, Object> properties = new HashMap<>(kafka.properties());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        if (group != null) {
            properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
            properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
            properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MILLIS / 4);
        }
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }

    /** Makes a producer whose every record is acknowledged by all replicas and written once. */
    public static Producer<String, byte[]> producer(KafkaConnection kafka, String clientId) {
        return new KafkaProducer<>(
                producerProperties(kafka, clientId), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Makes a transactional producer; transactions are not begun yet, nor is the producer initialised.
     *
     * @param transactionalId the same after a restart, so that a zombie is fenced
     */
    public static Producer<String, byte[]> transactionalProducer(
            KafkaConnection kafka, String clientId, String transactionalId) {
        var properties = producerProperties(kafka, clientId);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION_TIMEOUT.toMillis());
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> producerProperties(KafkaConnection kafka, String clientId) {
        Map<String, Object> properties = new HashMap<>(kafka.properties());
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        return properties;
    }
}
