package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.Takedown;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Takes articles down. In one transaction for each: the takedown, by which cleaners let the article in no more; a withdrawal, which
 * goes the way of every article and takes it out of topics and tables; the audit record.
 *
 * <p>Topics that are deleted by time keep what they have until then; docs/takedown.md says for how long.
 */
public final class TakedownDesk {
    static final String CLIENT = "dateline-takedown";
    private static final ByteBuffer NO_BODY = ByteBuffer.allocate(0);

    private final KafkaConnection kafka;
    private final AuditLog audit;

    /**
     * What is to be taken down.
     *
     * @param articleId identity
     * @param url canonical address, which identity is made of
     */
    public record Target(String articleId, String url, String sourceId, Publisher publisher) {

        public static Target of(CleanArticle article) {
            return new Target(
                    article.getArticleId(), article.getCanonicalUrl(), article.getSourceId(), article.getPublisher());
        }
    }

    public TakedownDesk(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
    }

    /**
     * Takes articles down; doing it again changes nothing but the reason.
     *
     * @param order its note is the reason, which everybody downstream can read
     */
    public void withdraw(Collection<Target> targets, Order order) {
        var reason = Objects.requireNonNull(order.note(), "a takedown needs a reason");
        inTransactions(targets, (producer, target) -> {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var takedown = Takedown.newBuilder()
                    .setArticleId(target.articleId())
                    .setUrl(target.url())
                    .setReason(reason)
                    .setIssuedBy(order.actor())
                    .setIssuedAt(now)
                    .build();
            producer.send(kafka.topics().takedown().record(target.articleId(), takedown));
            producer.send(kafka.topics().raw().record(target.articleId(), withdrawal(target, reason, now)));
            producer.send(audit.record(order.entry(OperatorAction.WITHDRAW, target.articleId(), target.url())));
        });
    }

    /** Lets articles in again that were taken down; they come back when they are fetched the next time. */
    public void reinstate(Collection<Target> targets, Order order) {
        inTransactions(targets, (producer, target) -> {
            producer.send(kafka.topics().takedown().record(target.articleId(), null));
            producer.send(audit.record(order.entry(OperatorAction.REINSTATE, target.articleId(), target.url())));
        });
    }

    private void inTransactions(Collection<Target> targets, BiConsumer<Producer<String, byte[]>, Target> act) {
        // A name of its own: acts of two operators do not get in one another's way
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT + "-" + UUID.randomUUID())) {
            producer.initTransactions();
            for (var target : targets) {
                producer.beginTransaction();
                act.accept(producer, target);
                producer.commitTransaction();
            }
        }
    }

    private static RawArticle withdrawal(Target target, String reason, Instant now) {
        return RawArticle.newBuilder()
                .setArticleId(target.articleId())
                .setUrl(target.url())
                .setCanonicalUrl(target.url())
                .setSourceId(target.sourceId())
                .setPublisher(target.publisher())
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason(reason)
                .setFetchedAt(now)
                .setBody(NO_BODY.duplicate())
                .build();
    }
}
