package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.operate.Answer.Result;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.OperatorAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Answers dead letters: sends their records back to where they came from, or closes them.
 *
 * <p>Each letter is answered once, whoever asks and how often: record and audit entry are one transaction, the entry says that the
 * letter is answered, and whoever begins fences whoever was before him and reads the entries after that. The record goes back with
 * its own key, bytes, headers and partition; the header with the stage that failed stays on it, so that the router, which reads the
 * same topic as the sink, passes over what only the sink had trouble with.
 */
public final class DeadLetterDesk {
    /** One name for all: two operators at once are one after the other. */
    static final String CLIENT = "dateline-dead-letters";

    private static final Set<String> KEPT_HEADERS = Set.of(DeadLetters.STAGE, DeadLetters.ATTEMPTS);

    private final KafkaConnection kafka;
    private final AuditLog audit;
    private final DeadLetterLog log;
    /** Where versions are ordered by what is in them, so that an older one may come late. */
    private final Set<String> orderless;

    public DeadLetterDesk(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
        this.log = new DeadLetterLog(kafka);
        this.orderless =
                Set.of(kafka.topics().raw().name(), kafka.topics().clean().name());
    }

    /**
     * Sends the records of letters back to their topics.
     *
     * @throws KafkaException when Kafka does not answer, or another operator took over; what is not listed as sent was not sent
     */
    public List<Answer> retry(Collection<String> ids, Order order) throws InterruptedException {
        return answer(ids, order, OperatorAction.RETRY);
    }

    /** Closes letters without another try; as {@link #retry}. */
    public List<Answer> discard(Collection<String> ids, Order order) throws InterruptedException {
        return answer(ids, order, OperatorAction.DISCARD);
    }

    private List<Answer> answer(Collection<String> ids, Order order, OperatorAction action)
            throws InterruptedException {
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT);
                var reader = Clients.consumer(kafka, CLIENT + "-letters", null, "earliest")) {
            if (!order.dryRun()) {
                producer.initTransactions();
            }
            var run = new Run(producer, reader, log.answers(), order);
            var answers = new ArrayList<Answer>();
            for (var id : Set.copyOf(ids).stream().sorted().toList()) {
                answers.add(run.answer(id, action));
            }
            return answers;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new KafkaException(
                    "another operator answers dead letters at this moment; look at them and try again", e);
        }
    }

    /** One order at work. */
    private final class Run {
        private final Producer<String, byte[]> producer;
        private final Consumer<String, byte[]> reader;
        private final NewerRecords newer;
        private final Map<String, AuditEntry> answers;
        private final Order order;

        Run(
                Producer<String, byte[]> producer,
                Consumer<String, byte[]> reader,
                Map<String, AuditEntry> answers,
                Order order) {
            this.producer = producer;
            this.reader = reader;
            this.newer = new NewerRecords(reader);
            this.answers = answers;
            this.order = order;
        }

        Answer answer(String id, OperatorAction action) throws InterruptedException {
            var before = answers.get(id);
            if (before != null) {
                var who = "%s by %s at %s".formatted(before.getAction(), before.getActor(), before.getAt());
                return new Answer(id, Result.ANSWERED_BEFORE, who);
            }
            var record = log.record(reader, id);
            if (record.isEmpty()) {
                return new Answer(id, Result.GONE, "no such dead letter, or retention took it");
            }
            return action == OperatorAction.RETRY ? send(id, record.get()) : discard(id);
        }

        private Answer discard(String id) {
            if (order.dryRun()) {
                return new Answer(id, Result.WOULD_BE_DONE, "would be closed");
            }
            producer.beginTransaction();
            producer.send(audit.record(order.entry(OperatorAction.DISCARD, id, null)));
            producer.commitTransaction();
            return new Answer(id, Result.DISCARDED, "closed");
        }

        private Answer send(String id, ConsumerRecord<String, byte[]> record) throws InterruptedException {
            var letter = DeadLetter.of(record, null, null);
            var origin = letter.origin();
            var partition = new TopicPartition(origin.topic(), origin.partition());
            var key = orderless.contains(origin.topic()) ? null : letter.key();
            var superseded = new Answer(
                    id,
                    Result.SUPERSEDED,
                    "a newer record of " + letter.key() + " is on " + partition + "; discard it");
            if (key != null && newer.has(partition, key, origin.offset())) {
                return superseded;
            }
            if (order.dryRun()) {
                return new Answer(id, Result.WOULD_BE_DONE, "would go to " + partition);
            }
            producer.beginTransaction();
            var offset = sent(record, partition);
            if (key != null && newer.hasBetween(partition, key, origin.offset(), offset)) {
                producer.abortTransaction();
                return superseded;
            }
            var where = "to " + partition + " at offset " + offset;
            producer.send(audit.record(order.entry(OperatorAction.RETRY, id, where)));
            producer.commitTransaction();
            return new Answer(id, Result.SENT, where);
        }

        private long sent(ConsumerRecord<String, byte[]> record, TopicPartition partition) throws InterruptedException {
            var again = new ProducerRecord<>(
                    partition.topic(), partition.partition(), record.key(), record.value(), record.headers());
            for (var header : again.headers().toArray()) {
                if (header.key().startsWith(DeadLetters.PREFIX) && !KEPT_HEADERS.contains(header.key())) {
                    again.headers().remove(header.key());
                }
            }
            try {
                return producer.send(again).get().offset();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
            }
        }
    }
}
