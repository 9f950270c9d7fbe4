package dev.dateline.fetcher.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.fetcher.publish.Transactions.End;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A process that stood still, with a transaction open, until Kafka had ended that for it. */
class TransactionsIT {
    private static final String TOPIC = "visits";
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
            Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(0));

    @Test
    void shouldGoOnAfterALongSilence() throws Exception {
        try (var broker = EmbeddedKafka.temporary();
                var transactions = new Transactions(
                        () -> producer(broker), TIMEOUT, detail -> {}, () -> false, InstantSource.system())) {
            try (var admin = Admin.create(
                    Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            transactions.open();

            var first = publish(transactions, new Silence("a", Duration.ofSeconds(6)));

            assertThat(first).isEqualTo(End.LOCKED_OUT);
            assertThat(publish(transactions, new ProducerRecord<>(TOPIC, "b", new byte[1])))
                    .isEqualTo(End.COMMITTED);
        }
    }

    private static End publish(Transactions transactions, ProducerRecord<String, byte[]> last) throws Exception {
        var first = new ProducerRecord<>(TOPIC, "first", new byte[1]);
        return transactions.publish(List.of(first, last), OFFSETS, new ConsumerGroupMetadata("fetchers"));
    }

    private static Producer<String, byte[]> producer(EmbeddedKafka broker) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrap(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "fetcher-1",
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        (int) TIMEOUT.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** A record before which the process stands still, once. */
    private static final class Silence extends ProducerRecord<String, byte[]> {
        private Duration left;

        Silence(String key, Duration length) {
            super(TOPIC, key, new byte[1]);
            this.left = length;
        }

        @Override
        public String key() {
            var pause = left;
            left = Duration.ZERO;
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.key();
        }
    }
}
