package dev.dateline.standalone.outage;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Story;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends news to the topics where the pipeline writes them, so many a second, whatever happens to the broker. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A page is some megabytes at most. */
    private static final int MAX_REQUEST_BYTES = 16 << 20;

    private final KafkaConnection kafka;
    private final Producer<String, byte[]> producer;
    private final long gapNanos;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Wire(KafkaConnection kafka, int perSecond) {
        this.kafka = kafka;
        this.producer = producer(kafka);
        this.gapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** A patient one: on a busy machine a broker takes a while to come back. */
    private static Producer<String, byte[]> producer(KafkaConnection kafka) {
        var properties = new HashMap<String, Object>(kafka.properties());
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    void send(Iterable<? extends SpecificRecord> told) {
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
        if (value instanceof RawArticle page) {
            return kafka.topics().raw().record(page.getArticleId(), page);
        }
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
