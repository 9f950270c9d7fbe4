package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.UniqueArticle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds articles, originals and copies, among those that their topics still have: the newest version of each. */
public final class ArticleSearch {
    private static final String CLIENT = "dateline-search";

    private final KafkaConnection kafka;

    public ArticleSearch(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Reads both topics, one after the other.
     *
     * @param ids which keys are decoded at all
     * @param wanted which articles are given, judged by their newest version; one that is withdrawn is never given
     */
    public Collection<CleanArticle> find(Predicate<String> ids, Predicate<CleanArticle> wanted) {
        var newest = new LinkedHashMap<String, CleanArticle>();
        collect(kafka.topics().unique(), UniqueArticle::getArticle, ids, newest);
        collect(kafka.topics().duplicate(), DuplicateArticle::getArticle, ids, newest);
        newest.values().removeIf(article -> article.getStatus() == ArticleStatus.WITHDRAWN || !wanted.test(article));
        return newest.values();
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
