package dev.dateline.fetcher.publish;

import dev.dateline.fetcher.visit.Ledger;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Gathers the records of the next transaction, in order. Not thread-safe. */
public final class Outbox implements Ledger {
    private final Topic<RawArticle> raw;
    private final Topic<FetchVisit> visits;
    private final Topic<SourceStatus> statuses;
    private List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    public Outbox(Topics topics) {
        this.raw = topics.raw();
        this.visits = topics.visit();
        this.statuses = topics.sourceStatus();
    }

    @Override
    public void publish(RawArticle article) {
        add(raw, null, article.getArticleId(), article);
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
    public void tell(int partition, SourceStatus status) {
        add(statuses, partition, status.getSourceId(), status);
    }

    @Override
    public void tellRemoved(int partition, String sourceId) {
        add(statuses, partition, sourceId, null);
    }

    /** Gives what was gathered and begins anew. */
    public List<ProducerRecord<String, byte[]>> drain() {
        var drained = records;
        records = new ArrayList<>();
        return drained;
    }

    private <V> void add(Topic<V> topic, @Nullable Integer partition, String key, @Nullable V value) {
        var bytes = value == null ? null : topic.values().serializer().serialize(topic.name(), value);
        records.add(new ProducerRecord<>(topic.name(), partition, key, bytes));
    }
}
