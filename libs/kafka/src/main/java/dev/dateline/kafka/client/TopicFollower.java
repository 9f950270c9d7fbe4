package dev.dateline.kafka.client;

import dev.dateline.kafka.KafkaConnection;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a small compacted topic in a thread of its own, from its beginning and without a consumer group: how a service
 * learns what operators decide. Whatever Kafka throws, it begins anew after a while, so the listener may be given a record
 * more than once, but always in the order of the topic.
 */
public final class TopicFollower implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaConnection kafka;
    private final String topic;
    private final String clientId;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closing;

    /** Is called from the follower's thread only. */
    public interface Listener {
        /** Takes a committed record; its value is null when it was deleted. */
        void take(ConsumerRecord<String, byte[]> record);

        /** Is told now and then, for the first time when all was given that the topic had at the start. */
        void upToDate();
    }

    /** Makes a follower; {@link #start} begins. */
    public TopicFollower(KafkaConnection kafka, String topic, String clientId, Listener listener) {
        this.kafka = kafka;
        this.topic = topic;
        this.clientId = clientId;
        this.listener = listener;
        this.thread = new Thread(this::run, clientId);
    }

    /** Begins to read; returns at once. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!closing) {
            try (var consumer = Clients.consumer(kafka, clientId, null, "earliest")) {
                follow(consumer);
            } catch (WakeupException | InterruptException e) {
                return;
            } catch (KafkaException e) {
                log.atWarn().setCause(e).addKeyValue("topic", topic).log("cannot be followed; beginning anew");
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        PartitionReader.readToEnd(consumer, topic, listener::take);
        while (!closing) {
            listener.upToDate();
            consumer.poll(POLL).forEach(listener::take);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
