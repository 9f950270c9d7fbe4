package dev.dateline.sink;

import dev.dateline.kafka.streams.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what could not be stored to the dead letters, with its original key, bytes and headers. Called before the offsets are
 * committed: a crash in between sends a letter again (same topic, partition and offset in its headers) but loses none.
 */
final class DeadLetterSender {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterSender.class);

    private final Producer<String, byte[]> producer;
    private final String topic;

    DeadLetterSender(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Sends letters and waits until the broker has them.
     *
     * @throws KafkaException when it does not take them
     */
    void send(List<Letter> letters) {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        for (var letter : letters) {
            var record = letter.record();
            log.atWarn()
                    .setCause(letter.exception())
                    .addKeyValue("reason", letter.reason().label())
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("record goes to the dead letters");
            acknowledgements.add(producer.send(new ProducerRecord<>(
                    topic,
                    null,
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    DeadLetters.headers(record.headers(), letter.fault()))));
        }
        acknowledgements.forEach(DeadLetterSender::await);
    }

    private static void await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
