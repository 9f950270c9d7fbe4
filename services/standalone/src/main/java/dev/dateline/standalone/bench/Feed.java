package dev.dateline.standalone.bench;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.schema.RawArticle;
import dev.dateline.standalone.bench.corpus.Corpus;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Puts articles where the fetcher would. */
final class Feed implements AutoCloseable {
    private final Corpus corpus;
    private final KafkaConnection kafka;
    private final Producer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private int next;
    private long bytes;

    Feed(Corpus corpus, KafkaConnection kafka) {
        this.corpus = corpus;
        this.kafka = kafka;
        this.producer = Clients.producer(kafka, "bench");
    }

    /** Leaves out the first ones, which come another way. */
    void skip(int count) {
        next = count;
    }

    /** Sends so many as fast as can be. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            send();
        }
        flush();
    }

    /** Sends so many a second for a while. */
    void send(double perSecond, int seconds) {
        long count = Math.round(perSecond * seconds);
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            LockSupport.parkNanos(start + (long) (i / perSecond * TimeUnit.SECONDS.toNanos(1)) - System.nanoTime());
            send();
        }
        flush();
    }

    /** Counts what was sent or left out. */
    int sent() {
        return next;
    }

    /** Bytes of the pages that were sent. */
    long bytes() {
        return bytes;
    }

    private void send() {
        RawArticle article = corpus.article(next++, Instant.now());
        bytes += article.getBody().remaining();
        // what was not sent is found out by the flush
        var sent = producer.send(
                kafka.topics().raw().record(article.getArticleId(), article),
                (metadata, error) -> failure.compareAndSet(null, error));
        if (sent.isCancelled()) {
            throw new IllegalStateException("an article was not sent");
        }
    }

    private void flush() {
        producer.flush();
        var error = failure.get();
        if (error != null) {
            throw new IllegalStateException("an article was not sent", error);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
