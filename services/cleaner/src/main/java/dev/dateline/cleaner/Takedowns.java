package dev.dateline.cleaner;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.StartGate;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.DropReason;
import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Takedown;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators took down, as the topic says it now: an article that its outlet still shows is not let in again, while the word
 * that withdraws it passes. An entry that is unreadable still holds for its key, since letting in what was taken down is worse.
 */
final class Takedowns implements TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Takedowns.class);
    private static final String CLIENT = "dateline-cleaner-takedowns";

    private final KafkaConnection kafka;
    private final Topic<Takedown> topic;
    private final TopicFollower follower;
    private final Map<String, String> reasons = new ConcurrentHashMap<>();
    private final StartGate gate = new StartGate();

    Takedowns(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().takedown();
        this.follower = new TopicFollower(kafka, topic.name(), CLIENT, this);
    }

    /**
     * Waits until all is read that the topic has.
     *
     * @throws StartException when the topic cannot be read to its end in time
     */
    void start() throws StartException {
        new TopicCheck(kafka, access()).verify();
        follower.start();
        gate.await("the takedowns on topic " + topic.name());
    }

    TopicAccess access() {
        return TopicAccess.reading(topic);
    }

    /** Puts itself before the work of a stage. */
    Stage<RawArticle, CleanArticle> before(Stage<RawArticle, CleanArticle> cleaner) {
        return article -> reasonAgainst(article)
                .<Outcome<CleanArticle>>map(reason -> Outcome.dropped(DropReason.TAKEN_DOWN, reason))
                .orElseGet(() -> cleaner.apply(article));
    }

    private Optional<String> reasonAgainst(RawArticle article) {
        return article.getStatus() == ArticleStatus.WITHDRAWN
                ? Optional.empty()
                : Optional.ofNullable(reasons.get(article.getArticleId()));
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            reasons.remove(record.key());
            return;
        }
        try {
            var takedown = topic.values().deserializer().deserialize(topic.name(), record.value());
            reasons.put(
                    record.key(),
                    "by " + takedown.getIssuedBy() + " at " + takedown.getIssuedAt() + ": " + takedown.getReason());
        } catch (UnreadableRecordException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("article", record.key())
                    .log("the reason of a takedown is unreadable");
            reasons.put(record.key(), "by an unreadable record");
        }
    }

    @Override
    public void upToDate() {
        gate.open();
    }

    @Override
    public void close() {
        follower.close();
    }
}
