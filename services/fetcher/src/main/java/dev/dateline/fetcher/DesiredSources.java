package dev.dateline.fetcher;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.StartGate;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All sources that are to be polled, for the loop to take. Every fetcher reads all of them: a page that one of them looks after may be
 * of a source that another one polls.
 */
final class DesiredSources implements TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DesiredSources.class);

    private final Topic<Source> topic;
    private final TopicFollower follower;
    private final StartGate gate = new StartGate();
    /** What was read since the follower was up to date: after trouble it reads all again, and only the newest of a source counts. */
    private final Map<String, Change> reading = new LinkedHashMap<>();

    private final Queue<Change> waiting = new ConcurrentLinkedQueue<>();

    /** A source, or that there is none of this id any more. */
    record Change(String id, Optional<Source> source) {}

    /** Begins to follow the topic. */
    DesiredSources(KafkaConnection kafka, String clientId) {
        this.topic = kafka.topics().source();
        this.follower = new TopicFollower(kafka, topic.name(), clientId, this);
        follower.start();
    }

    /** Waits until all that the topic had at the start is here. */
    void await() throws StartException {
        gate.await("topic " + topic.name());
    }

    /** Gives what changed since the last call. */
    void take(Consumer<Change> receiver) {
        for (var change = waiting.poll(); change != null; change = waiting.poll()) {
            receiver.accept(change);
        }
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        try {
            var source = record.value() == null
                    ? Optional.<Source>empty()
                    : Optional.of(topic.values().deserializer().deserialize(topic.name(), record.value()));
            reading.put(record.key(), new Change(record.key(), source));
        } catch (UnreadableRecordException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("source", record.key())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("a source is unreadable; it stays as it was");
        }
    }

    @Override
    public void upToDate() {
        waiting.addAll(reading.values());
        reading.clear();
        gate.open();
    }

    @Override
    public void close() {
        follower.close();
    }
}
