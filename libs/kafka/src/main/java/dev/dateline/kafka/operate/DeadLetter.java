package dev.dateline.kafka.operate;

import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.OperatorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that surprised a stage, without its bytes.
 *
 * @param id names it: partition and offset in the topic of dead letters, as {@code 0-17}
 * @param at when it became one
 * @param key of the record; null when it had none
 * @param source of the article; null when the record does not say or cannot be read
 * @param stage that could not go on with it
 * @param reason from the closed list of {@link DeadLetters.Reason}
 * @param attempts how often it was tried, 1 for the first time
 * @param origin where the stage read it
 * @param exception what was thrown, shortened
 * @param size of its value in bytes
 * @param answer what an operator did about it; null while it is open
 */
public record DeadLetter(
        String id,
        Instant at,
        @Nullable String key,
        @Nullable String source,
        String stage,
        String reason,
        int attempts,
        Origin origin,
        String exception,
        int size,
        @Nullable AuditEntry answer) {

    /** Where a record was read. */
    public record Origin(String topic, int partition, long offset) {}

    /** What became of a dead letter. */
    public enum Standing {
        OPEN,
        RETRIED,
        DISCARDED
    }

    static String idOf(ConsumerRecord<?, ?> record) {
        return record.partition() + "-" + record.offset();
    }

    static DeadLetter of(ConsumerRecord<String, byte[]> record, @Nullable String source, @Nullable AuditEntry answer) {
        var value = record.value();
        return new DeadLetter(
                idOf(record),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                source,
                header(record, DeadLetters.STAGE).orElse("unknown"),
                header(record, DeadLetters.REASON).orElse("unknown"),
                number(record, DeadLetters.ATTEMPTS),
                new Origin(
                        header(record, DeadLetters.TOPIC).orElse(""),
                        number(record, DeadLetters.PARTITION),
                        header(record, DeadLetters.OFFSET)
                                .filter(text -> text.matches("\\d{1,18}"))
                                .map(Long::parseLong)
                                .orElse(0L)),
                header(record, DeadLetters.EXCEPTION).orElse(""),
                value == null ? 0 : value.length,
                answer);
    }

    /** What became of it. */
    public Standing standing() {
        if (answer == null) {
            return Standing.OPEN;
        }
        return answer.getAction() == OperatorAction.RETRY ? Standing.RETRIED : Standing.DISCARDED;
    }

    /** Reads a header as text; empty when it is not there. */
    public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> header.value())
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static int number(ConsumerRecord<?, ?> record, String name) {
        return header(record, name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
