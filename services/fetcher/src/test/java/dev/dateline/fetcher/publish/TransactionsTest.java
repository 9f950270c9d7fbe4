package dev.dateline.fetcher.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.fetcher.FakeClock;
import dev.dateline.fetcher.publish.Transactions.End;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What becomes of a batch when Kafka refuses it, is away, or has locked the producer out. */
class TransactionsTest {
    private static final List<ProducerRecord<String, byte[]>> BATCH =
            List.of(new ProducerRecord<>("visits", "a", new byte[1]), new ProducerRecord<>("raw", "a", new byte[2]));
    private static final Map<TopicPartition, OffsetAndMetadata> OFFSETS =
            Map.of(new TopicPartition("requests", 0), new OffsetAndMetadata(1));

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final FakeClock clock = new FakeClock();
    private final List<Broken> producers = new ArrayList<>();
    private final List<String> trouble = new ArrayList<>();
    private final Deque<KafkaException> onCommit = new ArrayDeque<>();
    private final Deque<KafkaException> onAbort = new ArrayDeque<>();
    private Duration silence = Duration.ZERO;
    private boolean stopping;

    private final Transactions transactions = new Transactions(
            () -> {
                producers.add(new Broken());
                return producers.get(producers.size() - 1);
            },
            TIMEOUT,
            trouble::add,
            () -> stopping,
            clock);

    @Test
    void shouldPublishABatchOnceThoughKafkaIsAwayForLong() throws Exception {
        onCommit.add(new KafkaException("aborted"));
        onAbort.add(new TimeoutException("away"));
        onAbort.add(new TimeoutException("still away"));

        assertThat(publish()).isEqualTo(End.COMMITTED);

        assertThat(producers).hasSize(1);
        assertThat(producers.get(0).history()).isEqualTo(BATCH);
        assertThat(trouble)
                .containsExactly(
                        "Kafka does not answer: away",
                        "Kafka does not answer: still away",
                        "Kafka does not take what was fetched: aborted");
    }

    @Test
    void shouldAskAgainWhetherACommitHappened() throws Exception {
        onCommit.add(new TimeoutException("away"));

        assertThat(publish()).isEqualTo(End.COMMITTED);

        assertThat(producers.get(0).history()).isEqualTo(BATCH);
    }

    @Test
    void shouldSayThatOthersOwnThePartitions() throws Exception {
        onCommit.add(new CommitFailedException());

        assertThat(publish()).isEqualTo(End.NOT_OWNER);

        assertThat(producers.get(0).history()).isEmpty();
    }

    @Test
    void shouldGoOnWithAnotherProducerWhenKafkaHasEndedATransactionThatWasOpenForLong() throws Exception {
        onCommit.add(new ProducerFencedException("timed out"));
        silence = TIMEOUT;

        assertThat(publish()).isEqualTo(End.LOCKED_OUT);

        assertThat(producers).hasSize(2);
        assertThat(producers.get(0).closed()).isTrue();
        assertThat(transactions.publish(BATCH, OFFSETS, new ConsumerGroupMetadata("fetchers")))
                .isEqualTo(End.COMMITTED);
        assertThat(producers.get(1).history()).isEqualTo(BATCH);
    }

    @Test
    void shouldTakeASoonerLockOutForAnotherProcessOfItsName() {
        onCommit.add(new ProducerFencedException("fenced"));
        silence = TIMEOUT.minusMillis(1);

        assertThatThrownBy(this::publish).isInstanceOf(ProducerFencedException.class);
    }

    @Test
    void shouldGoOnWithAnotherProducerWhenOneCannotAbort() throws Exception {
        onCommit.add(new KafkaException("failed"));
        onAbort.add(new InvalidTxnStateException("a fatal state"));

        assertThat(publish()).isEqualTo(End.LOCKED_OUT);

        assertThat(producers).hasSize(2);
    }

    @Test
    void shouldNotTryWhatWillNeverBeTaken() {
        onCommit.add(new TopicAuthorizationException("raw"));

        assertThatThrownBy(this::publish).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void shouldNotWaitForKafkaWhenTheServiceStops() throws Exception {
        stopping = true;
        onCommit.add(new TimeoutException("away"));

        assertThat(publish()).isEqualTo(End.STOPPED);
    }

    private End publish() throws InterruptedException {
        transactions.open();
        return transactions.publish(BATCH, OFFSETS, new ConsumerGroupMetadata("fetchers"));
    }

    /** Fails as it is told to, each time once. */
    private final class Broken extends MockProducer<String, byte[]> {
        Broken() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            clock.advance(silence);
            fail(onCommit);
            super.commitTransaction();
        }

        @Override
        public void abortTransaction() {
            fail(onAbort);
            super.abortTransaction();
        }

        private static void fail(Deque<KafkaException> failures) {
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }
    }
}
