package dev.dateline.standalone.outage;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Story;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends news to the topics where the pipeline writes them, so many a second, whatever happens to the broker. */
final class Wire implements AutoCloseable {
    private final KafkaConnection kafka;
    private final Producer<String, byte[]> producer;
    private final long gapNanos;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Wire(KafkaConnection kafka, int perSecond) {
        this.kafka = kafka;
        this.producer = Clients.producer(kafka, "wire");
        this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    void send(List<SpecificRecord> told) {
        var due = System.nanoTime();
        for (var record : told) {
            LockSupport.parkNanos(due - System.nanoTime());
            due += gapNanos;
            producer.send(recordOf(record), (sent, error) -> failure.compareAndSet(null, error));
        }
    }

    /** Waits until the broker has all of them. */
    void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("a record was not sent", failure.get());
        }
    }

    private ProducerRecord<String, byte[]> recordOf(SpecificRecord value) {
        if (value instanceof EnrichedArticle article) {
            var record = kafka.topics().enriched().record(article.getArticleId(), article);
            EventHeaders.write(article, record.headers());
            return record;
        }
        if (value instanceof DuplicateArticle copy) {
            return kafka.topics().duplicate().record(copy.getArticle().getArticleId(), copy);
        }
        var story = (Story) value;
        return kafka.topics().story().record(story.getStoryId(), story);
    }

    @Override
    public void close() {
        producer.close();
    }
}
