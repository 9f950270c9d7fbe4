package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.UniqueArticle;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Finds articles, originals and copies, among those that their topics still have: the newest version of each. */
public final class ArticleSearch {
    private static final String CLIENT = "dateline-search";

    private final KafkaConnection kafka;
    private final @Nullable Duration patience;

    /** Makes a search that takes its time: it reads all that the topics have. */
    public ArticleSearch(KafkaConnection kafka) {
        this(kafka, null);
    }

    /**
     * Makes a search that gives up.
     *
     * @param patience how long one may take; null lets it take its time
     */
    public ArticleSearch(KafkaConnection kafka, @Nullable Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    /**
     * Wants those whose title, text or address has words, next to each other and in any case.
     *
     * @param source id of the source that they must be of; null for any
     */
    public static Predicate<CleanArticle> having(String words, @Nullable String source) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        return article -> (source == null || source.equals(article.getSourceId()))
                && String.join("\n", article.getTitle(), article.getText(), article.getCanonicalUrl())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    /**
     * Reads both topics, one after the other.
     *
     * @param ids which keys are decoded at all
     * @param wanted which articles are given, judged by their newest version; one that is withdrawn is never given
     * @throws TimeoutException when patience is at its end before the topics are
     */
    public Collection<CleanArticle> find(Predicate<String> ids, Predicate<CleanArticle> wanted) {
        var newest = new LinkedHashMap<String, CleanArticle>();
        var deadline = patience == null ? Instant.MAX : Instant.now().plus(patience);
        collect(kafka.topics().unique(), UniqueArticle::getArticle, inTime(ids, deadline), newest);
        collect(kafka.topics().duplicate(), DuplicateArticle::getArticle, inTime(ids, deadline), newest);
        newest.values().removeIf(article -> article.getStatus() == ArticleStatus.WITHDRAWN || !wanted.test(article));
        return newest.values();
    }

    private static Predicate<String> inTime(Predicate<String> ids, Instant deadline) {
        return id -> {
            if (Instant.now().isAfter(deadline)) {
                throw new TimeoutException("the topics hold more than can be searched in this time");
            }
            return ids.test(id);
        };
    }

    private <V> void collect(
            Topic<V> topic,
            Function<V, CleanArticle> content,
            Predicate<String> ids,
            Map<String, CleanArticle> newest) {
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), record -> {
                if (record.value() != null && record.key() != null && ids.test(record.key())) {
                    var article =
                            content.apply(topic.values().deserializer().deserialize(topic.name(), record.value()));
                    newest.merge(record.key(), article, ArticleSearch::later);
                }
            });
        }
    }

    private static CleanArticle later(CleanArticle one, CleanArticle other) {
        return other.getFetchedAt().isBefore(one.getFetchedAt()) ? one : other;
    }
}
