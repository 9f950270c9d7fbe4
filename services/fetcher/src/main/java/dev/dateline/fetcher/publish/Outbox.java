package dev.dateline.fetcher.publish;

import dev.dateline.fetcher.visit.Ledger;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.FetchRequest;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.SourceTrial;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Gathers the records of the next transaction, in order. Not thread-safe. */
public final class Outbox implements Ledger {
    /** A commit takes some ten milliseconds, whatever it holds: one for each page would hold the workers back. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private static final long MOST_BYTES = 4 << 20;
    private static final long MOST_WAITING_BYTES = 32 << 20;
    private static final byte[] NOTHING = {};

    private final Topic<RawArticle> raw;
    private final Topic<FetchVisit> visits;
    private final Topic<FetchRequest> requests;
    private final Topic<SourceStatus> statuses;
    private final Topic<SourceTrial> trials;
    private final Timer discovery;
    private List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private long bytes;
    private long begunAt;

    /**
     * Makes an empty one.
     *
     * @param discovery times how long after their publication articles were found
     */
    public Outbox(Topics topics, Timer discovery) {
        this.discovery = discovery;
        this.raw = topics.raw();
        this.visits = topics.visit();
        this.requests = topics.fetchRequest();
        this.statuses = topics.sourceStatus();
        this.trials = topics.sourceTrial();
    }

    @Override
    public void publish(RawArticle article, boolean isNew) {
        var published =
                article.getFeedItem() == null ? null : article.getFeedItem().getPublished();
        if (isNew && published != null && !published.isAfter(article.getFetchedAt())) {
            discovery.record(Duration.between(published, article.getFetchedAt()));
        }
        var record = add(raw, null, article.getArticleId(), article);
        EventHeaders.set(record.headers(), EventHeaders.TRACE_PARENT, TraceParent.of(article));
    }

    @Override
    public void remember(int partition, FetchVisit visit) {
        add(visits, partition, visit.getUrl(), visit);
    }

    @Override
    public void forget(int partition, String url) {
        add(visits, partition, url, null);
    }

    @Override
    public void request(String site, FetchRequest request) {
        add(requests, null, site, request);
    }

    @Override
    public void tell(SourceStatus status) {
        add(statuses, null, status.getSourceId(), status);
    }

    @Override
    public void tell(SourceTrial trial) {
        add(trials, null, trial.getCommandId(), trial);
    }

    @Override
    public void tellRemoved(String sourceId) {
        add(statuses, null, sourceId, null);
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** Says whether enough was gathered to be published: what has waited for a while, or much of it. */
    public boolean isDue() {
        return !records.isEmpty() && (bytes >= MOST_BYTES || System.nanoTime() - begunAt >= LONGEST_WAIT.toNanos());
    }

    /** Says whether so much waits that no more should be asked for. */
    public boolean isFull() {
        return bytes >= MOST_WAITING_BYTES;
    }

    /** Gives what was gathered and begins anew. */
    public List<ProducerRecord<String, byte[]>> drain() {
        var drained = records;
        records = new ArrayList<>();
        bytes = 0;
        return drained;
    }

    private <V> ProducerRecord<String, byte[]> add(
            Topic<V> topic, @Nullable Integer partition, String key, @Nullable V value) {
        var encoded = value == null ? NOTHING : topic.values().serializer().serialize(topic.name(), value);
        var record = new ProducerRecord<>(topic.name(), partition, key, value == null ? null : encoded);
        if (records.isEmpty()) {
            begunAt = System.nanoTime();
        }
        records.add(record);
        bytes += encoded.length;
        return record;
    }
}
