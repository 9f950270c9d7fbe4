package dev.dateline.client;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.serde.BundledSchemaIds;
import dev.dateline.kafka.serde.RegistrySchemaIds;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of topics such as {@code news.article.enriched.v1} or {@code news.route.NAME.v1}, each at least once and in order
 * for each article. Several subscriptions with one group share the partitions.
 *
 * <pre>{@code
 * try (var subscription = ArticleSubscription.to("news.route.central-asia-energy.v1")
 *         .brokers("broker:9092")
 *         .registry("https://registry.example/apis/ccompat/v7")
 *         .group("energy-desk")
 *         .open()) {
 *     subscription.run(listener);
 * }
 * }</pre>
 */
public final class ArticleSubscription implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<EnrichedArticle> articles;

    private ArticleSubscription(Consumer<String, byte[]> consumer, Deserializer<EnrichedArticle> articles) {
        this.consumer = consumer;
        this.articles = articles;
    }

    /** Begins to describe a subscription to topics. */
    public static Builder to(String... topics) {
        return new Builder(List.of(topics));
    }

    /** What a subscription needs; brokers and group must be said. */
    public static final class Builder {
        private final Collection<String> topics;
        private final Map<String, Object> properties = new HashMap<>();
        private @Nullable String group;
        private @Nullable String registry;
        private String begin = "earliest";

        private Builder(Collection<String> topics) {
            this.topics = topics;
        }

        /** Where Kafka is: {@code host:port}, several with commas between them. */
        public Builder brokers(String bootstrap) {
            return property(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        }

        /** A property of Kafka's consumer, as for TLS and SASL. */
        public Builder property(String name, Object value) {
            properties.put(name, value);
            return this;
        }

        /** Who reads: the same group goes on where it was. */
        public Builder group(String name) {
            group = name;
            return this;
        }

        /** Where schemas are; without, those of this library's version are known, and records of a newer one are unreadable. */
        public Builder registry(String address) {
            registry = address;
            return this;
        }

        /** A new group begins with what comes from now on, instead of all that the topics have. */
        public Builder fromNow() {
            begin = "latest";
            return this;
        }

        /**
         * Opens it; nothing is read yet.
         *
         * @throws IllegalStateException when brokers or group were not said
         */
        public ArticleSubscription open() {
            var name = group;
            if (name == null || !properties.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
                throw new IllegalStateException("a subscription needs brokers(...) and group(...)");
            }
            var ids = registry == null ? new BundledSchemaIds(ReleasedSchemas.load()) : new RegistrySchemaIds(registry);
            var kafka = new KafkaConnection(properties, new Topics(TopicCatalogue.load(), ids));
            var consumer = Clients.consumer(kafka, name, name, begin);
            consumer.subscribe(topics);
            return new ArticleSubscription(
                    consumer, kafka.topics().enriched().values().deserializer());
        }
    }

    /**
     * Delivers until {@link #stop} is called, and commits what was delivered after each batch.
     *
     * @throws Exception what the listener throws; what was delivered since the last commit comes again
     */
    public void run(ArticleListener listener) throws Exception {
        try {
            while (true) {
                var batch = consumer.poll(POLL);
                for (var record : batch) {
                    deliver(record, listener);
                }
                if (!batch.isEmpty()) {
                    consumer.commitSync();
                }
            }
        } catch (WakeupException e) {
            return; // asked to stop
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> record, ArticleListener listener) throws Exception {
        var delivery = Delivery.of(record);
        if (record.value() == null) {
            listener.gone(record.key(), delivery);
            return;
        }
        EnrichedArticle article;
        try {
            article = articles.deserialize(record.topic(), record.value());
        } catch (UnreadableRecordException e) {
            listener.unreadable(record.value(), delivery, e);
            return;
        }
        if (article.getStatus() == ArticleStatus.WITHDRAWN) {
            listener.gone(article.getArticleId(), delivery);
        } else {
            listener.article(article, delivery);
        }
    }

    /** Has {@link #run} return soon. May be called from any thread, also before it runs. */
    public void stop() {
        consumer.wakeup();
    }

    /** Leaves the group; call it from the thread that runs it. */
    @Override
    public void close() {
        consumer.close();
    }
}
