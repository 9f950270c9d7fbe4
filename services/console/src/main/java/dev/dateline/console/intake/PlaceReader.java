package dev.dateline.console.intake;

import dev.dateline.console.desk.Entry;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Fetches single records of the pipeline's topics by their place, on demand. Thread-safe: one at a time. */
public final class PlaceReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Topic<?>> topics;
    private final Consumer<String, byte[]> consumer;

    public PlaceReader(KafkaConnection kafka) {
        this.topics = readable(kafka.topics());
        this.consumer = Clients.consumer(kafka, "console-places", null, "none");
    }

    private static Map<String, Topic<?>> readable(Topics topics) {
        return Stream.<Topic<?>>of(topics.raw(), topics.clean(), topics.unique(), topics.duplicate(), topics.enriched())
                .collect(Collectors.toMap(Topic::name, Function.identity()));
    }

    /** Fetches the record; empty when it left the topic, or when Kafka does not answer in time. */
    public synchronized Optional<ConsumerRecord<String, byte[]>> at(Entry.Place place) {
        if (!topics.containsKey(place.topic())) {
            return Optional.empty();
        }
        var partition = new TopicPartition(place.topic(), place.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        try {
            return consumer.poll(PATIENCE).records(partition).stream()
                    .findFirst()
                    .filter(record -> record.offset() == place.offset());
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        }
    }

    /**
     * Decodes a record that this reader fetched.
     *
     * @throws dev.dateline.kafka.serde.UnreadableRecordException when its bytes are not what its topic promises
     */
    public Object decode(ConsumerRecord<String, byte[]> record) {
        var topic = topics.get(record.topic());
        if (topic == null) {
            throw new IllegalArgumentException(record.topic() + " is not read here");
        }
        return topic.values().deserializer().deserialize(record.topic(), record.value());
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
