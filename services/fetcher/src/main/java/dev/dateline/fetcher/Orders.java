package dev.dateline.fetcher;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.SourceCommand;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators order, for the loop to take. Every fetcher reads all orders and passes over those for sources of others; after a start
 * it reads those of the last day again, so whoever carries one out must know what was carried out before.
 */
final class Orders implements TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Orders.class);

    private final Topic<SourceCommand> topic;
    private final TopicFollower follower;
    private final Queue<SourceCommand> waiting = new ConcurrentLinkedQueue<>();

    /** Begins to follow the topic. */
    Orders(KafkaConnection kafka, String clientId) {
        this.topic = kafka.topics().sourceCommand();
        this.follower = new TopicFollower(kafka, topic.name(), clientId, this);
        follower.start();
    }

    /** Gives what came in since the last call. */
    void take(Consumer<SourceCommand> receiver) {
        for (var order = waiting.poll(); order != null; order = waiting.poll()) {
            receiver.accept(order);
        }
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        try {
            waiting.add(topic.values().deserializer().deserialize(topic.name(), record.value()));
        } catch (UnreadableRecordException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("an order is unreadable; it is passed over");
        }
    }

    @Override
    public void upToDate() {}

    @Override
    public void close() {
        follower.close();
    }
}
