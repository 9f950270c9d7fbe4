package dev.dateline.standalone.archive;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.RawArticle;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes pages and how far the archive was read in one transaction: both hold or neither. The place in the archive is kept as the offset
 * of a consumer group that is named after the archive's content. A second run over the same archive fences the first.
 */
final class ImportWriter implements AutoCloseable {
    /** Without the prefix of the services' groups, as these are none that could lag. */
    private static final String PREFIX = "dateline.import.";

    private static final int MOST_PAGES = 50;
    private static final int MOST_BYTES = 16 << 20;

    private final KafkaConnection kafka;
    private final Topic<RawArticle> raw;
    private final String group;
    private final TopicPartition place;
    private final Producer<String, byte[]> producer;
    private int pages;
    private int bytes;

    ImportWriter(KafkaConnection kafka, Archive archive) {
        this.kafka = kafka;
        this.raw = kafka.topics().raw();
        this.group = PREFIX + archive.id();
        this.place = new TopicPartition(raw.name(), 0);
        this.producer = Clients.transactionalProducer(kafka, group, group);
        producer.initTransactions();
    }

    /** Where the last record begins that was done, in bytes; empty when nothing was. */
    OptionalLong position() {
        try (var consumer = Clients.consumer(kafka, group + ".progress", group, "none")) {
            var kept = consumer.committed(Set.of(place)).get(place);
            return kept == null ? OptionalLong.empty() : OptionalLong.of(kept.offset());
        }
    }

    void write(RawArticle article) {
        if (pages == 0) {
            producer.beginTransaction();
        }
        producer.send(raw.record(article.getArticleId(), article));
        pages++;
        bytes += article.getBody().remaining();
    }

    /** True when it is time to {@link #commit}. */
    boolean isFull() {
        return pages >= MOST_PAGES || bytes >= MOST_BYTES;
    }

    /**
     * Makes everything since the last commit count.
     *
     * @param position where the last record begins that was done
     */
    void commit(long position) {
        if (pages == 0) {
            producer.beginTransaction();
        }
        producer.sendOffsetsToTransaction(
                Map.of(place, new OffsetAndMetadata(position)), new ConsumerGroupMetadata(group));
        producer.commitTransaction();
        pages = 0;
        bytes = 0;
    }

    /** Aborts what was not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
