package dev.dateline.kafka.streams;

import dev.dateline.kafka.topics.Topic;

/**
 * Encodes what a stage publishes before it publishes anything. A result that cannot be written or is larger than its topic
 * takes is found out here, in the stream's own thread, where the record that led to it can still become a dead letter; under
 * exactly-once, once a producer has refused a record its transaction is lost.
 */
public final class TopicEncoder {
    /** Kafka's default for topics that declare no limit. */
    private static final int DEFAULT_LIMIT = 1 << 20;
    /** What a batch and the record's key and headers add. */
    private static final int OVERHEAD = 16 << 10;

    private TopicEncoder() {}

    /** Thrown when a result is larger than its topic takes. */
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String message) {
            super(message);
        }
    }

    /** Gives the bytes of a value for its topic. */
    public static <V> byte[] encode(Topic<V> topic, V value) {
        var bytes = topic.values().serializer().serialize(topic.name(), value);
        var declared = topic.spec().maxMessageBytes();
        var limit = (declared == null ? DEFAULT_LIMIT : declared) - OVERHEAD;
        if (bytes.length > limit) {
            throw new TooLargeException(bytes.length + " bytes for " + topic.name() + ", which takes " + limit);
        }
        return bytes;
    }
}
