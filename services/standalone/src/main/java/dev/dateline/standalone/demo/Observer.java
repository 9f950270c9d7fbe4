package dev.dateline.standalone.demo;

import dev.dateline.console.intake.GroupOffsets;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads what every subscriber could: all committed records of all topics, from their beginning. */
final class Observer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String CLIENT_ID = "dateline-demo-observer";

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Set<TopicPartition> partitions;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final GroupOffsets offsets;
    private final Observed observed = new Observed();
    private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> readers = new HashMap<>();
    private final Thread thread = new Thread(this::run, "observer");
    private volatile boolean running = true;

    Observer(KafkaConnection kafka) {
        var topics = kafka.topics();
        reads(topics.enriched(), article -> observed.add(article, Instant.now()));
        reads(topics.duplicate(), observed::add);
        reads(topics.story(), observed::add);
        reads(topics.disposition(), observed::add);
        List.of(topics.raw(), topics.clean(), topics.unique(), topics.deadLetter())
                .forEach(topic -> readers.put(topic.name(), record -> {}));
        offsets = new GroupOffsets(kafka, CLIENT_ID);
        consumer = Clients.consumer(kafka, CLIENT_ID, null, "earliest");
        partitions = readers.keySet().stream()
                .flatMap(topic -> PartitionReader.partitionsOf(consumer, topic).stream())
                .collect(Collectors.toUnmodifiableSet());
        consumer.assign(partitions);
        thread.setDaemon(true);
        thread.start();
    }

    Observed observed() {
        return observed;
    }

    /**
     * Whether every record written so far was read. One that is not may wait behind the open transaction of a program that was
     * killed, while what was committed with it in another partition is seen already.
     */
    boolean hasReadAll() throws InterruptedException {
        try {
            return positions.equals(offsets.ends(partitions, IsolationLevel.READ_UNCOMMITTED));
        } catch (ExecutionException | TimeoutException e) {
            return false; // the broker is down or busy: asked again
        }
    }

    private <V> void reads(Topic<V> topic, Consumer<V> sink) {
        readers.put(
                topic.name(),
                record -> sink.accept(topic.values().deserializer().deserialize(record.topic(), record.value())));
    }

    private void run() {
        try {
            while (running) {
                for (var record : consumer.poll(POLL)) {
                    var reader = readers.get(record.topic());
                    if (reader != null) {
                        reader.accept(record);
                    }
                    observed.record(record.topic(), record.partition(), record.offset());
                }
                partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            consumer.close();
            offsets.close();
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
