package dev.dateline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.testkit.Articles;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArticleSubscriptionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final Notes notes = new Notes();
    private KafkaConnection kafka;
    private String topic;

    /** Writes down what comes; fails where it is told to. */
    private static final class Notes implements ArticleListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private volatile String failsAt = "";

        @Override
        public void article(EnrichedArticle article, Delivery delivery) {
            if (failsAt.equals(article.getArticleId())) {
                throw new IllegalArgumentException("no room for " + failsAt);
            }
            seen.add(delivery.event() + " " + article.getArticleId() + " " + article.getVersion());
        }

        @Override
        public void gone(String articleId, Delivery delivery) {
            seen.add("gone " + articleId);
        }
    }

    @BeforeEach
    void start() throws Exception {
        var settings = new SettingsLoader(KafkaSettings.ALL)
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "1")
                .load();
        kafka = KafkaConnection.from(settings);
        topic = kafka.topics().enriched().name();
        new TopicProvisioner(settings).apply(List.of(kafka.topics().enriched().spec()));
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    @Test
    void shouldDeliverArticlesAndWhatIsGoneAndGoOnWhereItWas() throws Exception {
        send(Articles.enriched("a", 1).build());
        send(Articles.enriched("a", 2).build());
        send(Articles.enriched("b", 2).setStatus(ArticleStatus.WITHDRAWN).build());
        send("c", null);
        readUntil(4);
        assertThat(notes.seen).containsExactly("created a 1", "updated a 2", "gone b", "gone c");

        send(Articles.enriched("d", 1).build());
        readUntil(5);
        assertThat(notes.seen).endsWith("created d 1");
    }

    @Test
    void shouldDeliverAgainWhatTheListenerFailedOn() throws Exception {
        send(Articles.enriched("a", 1).build());
        notes.failsAt = "a";
        try (var subscription = subscription()) {
            assertThatThrownBy(() -> subscription.run(notes)).hasMessage("no room for a");
        }
        notes.failsAt = "";
        readUntil(1);
        assertThat(notes.seen).containsExactly("created a 1");
    }

    @Test
    void shouldEndAtWhatCannotBeReadAndNameThePlace() throws Exception {
        send("x", new byte[] {9, 9});
        try (var subscription = subscription()) {
            assertThatThrownBy(() -> subscription.run(notes))
                    .hasMessageContaining(topic + "-0 at offset 0")
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void shouldSayWhatItNeeds() {
        assertThatThrownBy(() -> ArticleSubscription.to("t").brokers("x:1").open())
                .hasMessageContaining("group");
    }

    private ArticleSubscription subscription() {
        return ArticleSubscription.to(topic)
                .brokers(broker.bootstrap())
                .group("desk")
                .open();
    }

    private void readUntil(int events) throws Exception {
        var thread = Executors.newSingleThreadExecutor();
        try (var subscription = subscription()) {
            var running = thread.submit(() -> {
                subscription.run(notes);
                return null;
            });
            await().atMost(PATIENCE).until(() -> notes.seen.size() >= events);
            subscription.stop();
            running.get();
        } finally {
            thread.shutdown();
        }
    }

    private void send(EnrichedArticle article) throws Exception {
        var serializer = kafka.topics().enriched().values().serializer();
        var record = new ProducerRecord<>(topic, article.getArticleId(), serializer.serialize(topic, article));
        EventHeaders.write(article, record.headers());
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(record).get();
        }
    }

    private void send(String key, byte[] value) throws Exception {
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }
}
