package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Changes what is polled and how often, and asks for polls. Each act is one transaction with its audit record. A file of sources that
 * is imported later, or that {@code dateline up} is started with, has the last word.
 */
public final class SourceDesk {
    static final String CLIENT = "dateline-source-desk";

    private final KafkaConnection kafka;
    private final AuditLog audit;

    public SourceDesk(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
    }

    /**
     * Has a source polled at once, as soon as its host allows.
     *
     * @return false when there is no such source
     * @throws KafkaException when Kafka does not answer, or another operator changes a source at the same moment
     */
    public boolean fetchNow(String id, Order order) {
        var command = SourceCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setSourceId(id)
                .setAction(SourceAction.FETCH_NOW)
                .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setIssuedBy(order.actor())
                .build();
        var entry = order.entry(OperatorAction.FETCH_NOW, id, null);
        return write(id, source -> kafka.topics().sourceCommand().record(id, command), entry);
    }

    /** Pauses a source, or lets it be polled again; as {@link #fetchNow}. */
    public boolean enable(String id, boolean enabled, Order order) {
        return change(
                id,
                source -> Source.newBuilder(source).setEnabled(enabled).build(),
                order.entry(enabled ? OperatorAction.RESUME : OperatorAction.PAUSE, id, null));
    }

    /** Sets the bounds of the time between two polls; as {@link #fetchNow}. */
    public boolean setInterval(String id, Duration least, Duration most, Order order) {
        var bounds = least.toSeconds() + " s to " + most.toSeconds() + " s";
        return change(
                id,
                source -> Source.newBuilder(source)
                        .setMinIntervalSeconds(Math.toIntExact(least.toSeconds()))
                        .setMaxIntervalSeconds(Math.toIntExact(most.toSeconds()))
                        .build(),
                order.entry(OperatorAction.SET_INTERVAL, id, bounds));
    }

    private boolean change(String id, UnaryOperator<Source> change, AuditEntry entry) {
        return write(id, source -> kafka.topics().source().record(id, change.apply(source)), entry);
    }

    /**
     * Reads a source, then writes what is made of it. One name for all operators: beginning ends what the one before left open and
     * waits until all that he wrote can be read, so that no change is lost to another one.
     */
    private boolean write(String id, Function<Source, ProducerRecord<String, byte[]>> act, AuditEntry entry) {
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT)) {
            producer.initTransactions();
            var found = find(id);
            if (found.isEmpty()) {
                return false;
            }
            producer.beginTransaction();
            producer.send(act.apply(found.get()));
            producer.send(audit.record(entry));
            producer.commitTransaction();
            return true;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new KafkaException("another operator changes a source at this moment; look at it and try again", e);
        }
    }

    /** Reads the source as it is now; empty when there is none. */
    Optional<Source> find(String id) {
        var topic = kafka.topics().source();
        var newest = new AtomicReference<byte[]>();
        try (var consumer = Clients.consumer(kafka, CLIENT + "-reader", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), record -> {
                if (id.equals(record.key())) {
                    newest.set(record.value());
                }
            });
        }
        return Optional.ofNullable(newest.get())
                .map(bytes -> topic.values().deserializer().deserialize(topic.name(), bytes));
    }
}
