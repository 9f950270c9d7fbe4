package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceKind;
import dev.dateline.schema.SourceTrial;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Asks the fetchers what a poll would give. The order goes out on the topic of commands and the answer comes back on that of
 * trials, under the order's id: whoever looks after the partition of the order's key answers, so no service calls another. What
 * is asked for once is told once; nothing else comes of it.
 */
public final class TrialDesk {
    static final String CLIENT = "dateline-trials";
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConnection kafka;
    private final AuditLog audit;

    /**
     * What the answer is known by.
     *
     * @param from where the topic of trials ended before the order went out: the answer is behind it
     */
    public record Ticket(String commandId, long from) {}

    public TrialDesk(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
    }

    /**
     * Asks what a poll of a source would give; empty when there is no such source. A source that is paused can be tested too.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
     */
    public Optional<Ticket> test(String sourceId, Order order) {
        return new SourceDesk(kafka).find(sourceId).map(source -> send(sourceId, null, source.getKind(), order));
    }

    /** Asks what a poll of an address would give that need not be a source's; as {@link #test}. */
    public Ticket testAddress(String url, SourceKind kind, Order order) {
        return send("", url, kind, order);
    }

    private Ticket send(String sourceId, @Nullable String url, SourceKind kind, Order order) {
        var command = SourceCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setSourceId(sourceId)
                .setAction(SourceAction.TEST)
                .setIssuedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .setIssuedBy(order.actor())
                .setUrl(url)
                .setKind(kind)
                .build();
        var ticket = new Ticket(command.getCommandId(), end());
        var key = url == null ? sourceId : url;
        // A name of its own: it changes nothing that another operator could change
        try (var producer = Clients.transactionalProducer(kafka, CLIENT, CLIENT + "-" + UUID.randomUUID())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(kafka.topics().sourceCommand().record(key, command));
            producer.send(audit.record(order.entry(OperatorAction.TEST, key, null)));
            producer.commitTransaction();
        }
        return ticket;
    }

    private long end() {
        var partition = partition();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        }
    }

    /**
     * Waits for an answer.
     *
     * @return empty when there is none within that time: its host may have to be waited for, or no fetcher runs
     */
    public Optional<SourceTrial> await(Ticket ticket, Duration patience) {
        var deadline = Instant.now().plus(patience);
        var topic = kafka.topics().sourceTrial();
        try (var consumer = Clients.consumer(kafka, CLIENT + "-reader", null, "earliest")) {
            consumer.assign(List.of(partition()));
            consumer.seek(partition(), ticket.from());
            do {
                for (var record : consumer.poll(POLL)) {
                    if (ticket.commandId().equals(record.key())) {
                        return Optional.of(topic.values().deserializer().deserialize(topic.name(), record.value()));
                    }
                }
            } while (Instant.now().isBefore(deadline));
            return Optional.empty();
        }
    }

    private TopicPartition partition() {
        return new TopicPartition(kafka.topics().sourceTrial().name(), 0);
    }
}
