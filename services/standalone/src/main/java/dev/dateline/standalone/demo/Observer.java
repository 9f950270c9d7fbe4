package dev.dateline.standalone.demo;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Reads what every subscriber could: all committed records of all topics, from their beginning. */
final class Observer implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
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
        consumer = Clients.consumer(kafka, "dateline-demo-observer", null, "earliest");
        consumer.assign(readers.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        thread.setDaemon(true);
        thread.start();
    }

    Observed observed() {
        return observed;
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
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            consumer.close();
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
