package dev.dateline.sink;

import dev.dateline.kafka.streams.DeadLetters;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what could not be stored to the dead letters, with its original key, bytes and headers. Called before the offsets are
 * committed: a crash in between sends a letter again (same topic, partition and offset in its headers) but loses none.
 */
final class DeadLetterSender {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterSender.class);
    private static final String OURS = "news.dlq.";
    private static final int MAX_EXCEPTION = 500;
    private static final int MAX_STACK_TRACE = 4_000;

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
                    .setCause(letter.fault())
                    .addKeyValue("reason", letter.reason().label())
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("record goes to the dead letters");
            acknowledgements.add(producer.send(new ProducerRecord<>(
                    topic, null, record.timestamp(), record.key(), record.value(), headers(letter))));
        }
        acknowledgements.forEach(DeadLetterSender::await);
    }

    private static RecordHeaders headers(Letter letter) {
        var record = letter.record();
        var headers = new RecordHeaders();
        var attempts = 1;
        for (var header : record.headers()) {
            if (header.key().equals(DeadLetters.ATTEMPTS)) {
                attempts += Integer.parseInt(new String(header.value(), StandardCharsets.UTF_8));
            } else if (!header.key().startsWith(OURS)) {
                headers.add(header);
            }
        }
        add(headers, DeadLetters.STAGE, SinkMain.STAGE);
        add(headers, DeadLetters.REASON, letter.reason().label());
        add(headers, DeadLetters.ATTEMPTS, attempts);
        add(headers, DeadLetters.TOPIC, record.topic());
        add(headers, DeadLetters.PARTITION, record.partition());
        add(headers, DeadLetters.OFFSET, record.offset());
        add(headers, DeadLetters.EXCEPTION, shortened(letter.fault().toString(), MAX_EXCEPTION));
        add(headers, DeadLetters.STACK_TRACE, stackTrace(letter.fault()));
        return headers;
    }

    private static void add(RecordHeaders headers, String name, Object value) {
        headers.add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception fault) {
        var text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text, true));
        return shortened(text.toString(), MAX_STACK_TRACE);
    }

    private static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "..." : text;
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
