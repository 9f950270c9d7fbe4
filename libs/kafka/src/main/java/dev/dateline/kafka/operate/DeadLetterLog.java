package dev.dateline.kafka.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.RecordReader;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.OperatorAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The dead letters, each with what an operator did about it. Reads Kafka anew at each call; keeps nothing. */
public final class DeadLetterLog {
    private static final String CLIENT = "dateline-dead-letters-reader";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern ID = Pattern.compile("(\\d{1,5})-(\\d{1,18})");
    private static final Set<OperatorAction> ANSWERS = EnumSet.of(OperatorAction.RETRY, OperatorAction.DISCARD);

    private final KafkaConnection kafka;
    private final AuditLog audit;
    private final RecordReader records;
    private final String topic;

    public DeadLetterLog(KafkaConnection kafka) {
        this.kafka = kafka;
        this.audit = new AuditLog(kafka);
        this.records = kafka.topics().records();
        this.topic = kafka.topics().deadLetter().name();
    }

    /**
     * Lists the newest, newest first.
     *
     * @param most how many of each partition are looked at: what lies before is not read
     */
    public List<DeadLetter> newest(long most) {
        var answers = answers();
        var letters = new ArrayList<DeadLetter>();
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            var partitions = PartitionReader.partitionsOf(consumer, topic);
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            var starts = consumer.beginningOffsets(partitions);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), end - most)));
            PartitionReader.readTo(consumer, ends, record -> letters.add(letter(record, answers)));
        }
        letters.sort(Comparator.comparing(DeadLetter::at).reversed());
        return letters;
    }

    private DeadLetter letter(ConsumerRecord<String, byte[]> record, Map<String, AuditEntry> answers) {
        var source = records.sourceOf(record.value()).orElse(null);
        return DeadLetter.of(record, source, answers.get(DeadLetter.idOf(record)));
    }

    /** Finds one, with its record; empty when there is none, or none any more. */
    public Optional<Opened> open(String id) {
        try (var consumer = Clients.consumer(kafka, CLIENT, null, "earliest")) {
            return record(consumer, id).map(record -> new Opened(letter(record, answers()), record));
        }
    }

    /** A dead letter with its record. */
    public record Opened(DeadLetter letter, ConsumerRecord<String, byte[]> record) {}

    /**
     * Fetches the record of a dead letter with its bytes; empty when there is none, or none any more.
     *
     * @param consumer that is assigned to it afterwards
     */
    Optional<ConsumerRecord<String, byte[]>> record(Consumer<String, byte[]> consumer, String id) {
        var place = ID.matcher(id);
        if (!place.matches()) {
            return Optional.empty();
        }
        var partition = new TopicPartition(topic, Integer.parseInt(place.group(1)));
        var offset = Long.parseLong(place.group(2));
        if (partition.partition() >= consumer.partitionsFor(topic).size()) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        if (offset >= consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L)) {
            return Optional.empty();
        }
        consumer.seek(partition, offset);
        // Where retention has taken it, the first record that is left is found instead
        return consumer.poll(PATIENCE).records(partition).stream()
                .findFirst()
                .filter(record -> record.offset() == offset);
    }

    /** What operators did about dead letters, by their ids; the first answer holds. */
    Map<String, AuditEntry> answers() {
        return audit.entries().stream()
                .filter(entry -> ANSWERS.contains(entry.getAction()))
                .collect(Collectors.toMap(
                        AuditEntry::getSubject, entry -> entry, (first, later) -> first, HashMap::new));
    }
}
