package dev.dateline.standalone.retag;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.TopicEncoder;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.EnrichedArticle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Writes records and how far was read in one transaction: both hold or neither. A second run fences the first. Records keep their
 * time of intake, so that an article gets no older or younger by its tags.
 */
final class RetagWriter implements AutoCloseable {
    /**
     * Name of the transactions, and of the group that progress is kept for. Without the prefix of the services' groups, as this is
     * none that could lag.
     */
    static final String ID = "dateline.retag";

    private static final int MOST_IN_TRANSACTION = 500;

    private final Producer<String, byte[]> producer;
    private final Topic<EnrichedArticle> topic;
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private int pending;
    private boolean open;

    RetagWriter(KafkaConnection kafka) {
        this.topic = kafka.topics().enriched();
        this.producer = Clients.transactionalProducer(kafka, ID, ID);
        producer.initTransactions();
    }

    /** Writes an article in the place of the record that it was made of. */
    void write(ConsumerRecord<String, byte[]> record, EnrichedArticle article) {
        var value = TopicEncoder.encode(topic, article);
        var headers = new RecordHeaders(record.headers());
        EventHeaders.write(article, headers);
        send(new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), value, headers));
    }

    /** Writes a record again as it is. */
    void repeat(ConsumerRecord<String, byte[]> record) {
        send(new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers()));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        begin();
        producer.send(record, (written, failure) -> {
            if (failure == null) {
                ends.merge(new TopicPartition(written.topic(), written.partition()), written.offset() + 1, Math::max);
            }
        });
        pending++;
    }

    /** True when it is time to {@link #commit}. */
    boolean isFull() {
        return pending >= MOST_IN_TRANSACTION;
    }

    /** The offset behind the last record that it wrote to a partition; a reader may see that one only a little later. */
    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Makes everything since the last commit count, with how far was read. */
    void commit(TopicPartition partition, OffsetAndMetadata progress) {
        begin();
        producer.sendOffsetsToTransaction(Map.of(partition, progress), new ConsumerGroupMetadata(ID));
        commit();
    }

    /** Makes everything since the last commit count. */
    void commit() {
        if (open) {
            producer.commitTransaction();
        }
        open = false;
        pending = 0;
    }

    private void begin() {
        if (!open) {
            producer.beginTransaction();
            open = true;
        }
    }

    /** Aborts what was not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
