package dev.dateline.console.intake;

import dev.dateline.console.ConsoleMetrics;
import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.NewsDesk;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings committed records from Kafka to the desk, in one thread, without a consumer group: a console more or less changes
 * nothing for anyone else.
 */
public final class Intake implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
    private static final int REPORTS_PER_LAG = 3;

    private final Topics topics;
    private final Instant since;
    private final NewsDesk desk;
    private final MeterRegistry meters;
    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Map<String, Consumer<ConsumerRecord<String, byte[]>>> handlers = new HashMap<>();
    private final List<TopicPartition> assigned = new ArrayList<>();
    private volatile boolean closing;
    private boolean caughtUp;
    private long nextReport = System.nanoTime();
    private final FlowLag flowLag;
    private final LagMeters lagMeters;
    private int reports;

    /** Makes it; {@code since} is how far back it reads. */
    public Intake(KafkaConnection kafka, Instant since, NewsDesk desk, MeterRegistry meters) {
        this.since = since;
        this.topics = kafka.topics();
        this.desk = desk;
        this.meters = meters;
        this.consumer = Clients.consumer(kafka, "console", null, "earliest");
        this.flowLag = new FlowLag(kafka);
        this.lagMeters = new LagMeters(meters);
        handlers.put(topics.enriched().name(), this::article);
        handlers.put(topics.duplicate().name(), this::duplicate);
        handlers.put(topics.disposition().name(), this::disposition);
        handlers.put(topics.sourceStatus().name(), this::source);
    }

    /** Takes the partitions and goes to where reading begins. */
    private void open() {
        var articles = partitions(topics.enriched());
        var copies = partitions(topics.duplicate());
        var traces = partitions(topics.disposition());
        var sources = partitions(topics.sourceStatus());
        List.of(articles, copies, traces, sources).forEach(assigned::addAll);
        consumer.assign(assigned);
        var start = new StartPositions(consumer);
        start.since(articles, since, NewsDesk.CAPACITY);
        start.since(copies, since, NewsDesk.CAPACITY);
        start.since(traces, since);
        consumer.seekToBeginning(sources);
    }

    private List<TopicPartition> partitions(Topic<?> topic) {
        return PartitionReader.partitionsOf(consumer, topic.name());
    }

    @Override
    public void run() {
        try (consumer;
                flowLag;
                var clientMetrics = new KafkaClientMetrics(consumer)) {
            clientMetrics.bindTo(meters);
            open();
            while (!closing) {
                for (var record : consumer.poll(POLL)) {
                    handle(record);
                }
                if (System.nanoTime() - nextReport >= 0) {
                    report();
                    nextReport = System.nanoTime() + BETWEEN_REPORTS.toNanos();
                }
            }
        } catch (WakeupException | InterruptException e) {
            if (!closing) {
                throw e;
            }
        }
    }

    /** Ends the reading; the thread that reads closes the consumer. */
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        while (!closing) {
            try {
                Objects.requireNonNull(handlers.get(record.topic())).accept(record);
                return;
            } catch (UnreadableRecordException e) {
                skip(record, e);
                return;
            } catch (RetriableException e) {
                // The schema registry does not answer, which is not the record's fault
                log.atWarn().setCause(e).log("waiting for the schema registry");
                desk.progress(false, caughtUp, 0);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private void skip(ConsumerRecord<String, byte[]> record, UnreadableRecordException e) {
        log.atWarn()
                .setCause(e)
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .log("unreadable record is skipped");
        ConsoleMetrics.UNREADABLE.counter(meters, record.topic()).increment();
        desk.unreadable();
    }

    /** Asks for the ends of the partitions: an honest figure, and the only sign that the broker is gone. */
    private void report() {
        try {
            var unread = consumer.endOffsets(assigned, ANSWER).entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey(), ANSWER)))
                    .sum();
            caughtUp = caughtUp || unread == 0;
            if (reports++ % REPORTS_PER_LAG == 0) {
                showLag();
            }
            desk.progress(true, caughtUp, unread);
        } catch (TimeoutException e) {
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Kafka does not answer");
            desk.progress(false, caughtUp, 0);
        }
    }

    private void showLag() {
        var lags = flowLag.find(Instant.now());
        lags.ifPresent(lagMeters::show);
        desk.lag(lags.map(FlowLag::byService).orElse(null));
    }

    private void article(ConsumerRecord<String, byte[]> record) {
        var article = record.value() == null ? null : decode(topics.enriched(), record);
        desk.article(record.key(), article, Instant.ofEpochMilli(record.timestamp()), place(record));
    }

    private void duplicate(ConsumerRecord<String, byte[]> record) {
        desk.duplicate(decode(topics.duplicate(), record), Instant.ofEpochMilli(record.timestamp()), place(record));
    }

    private void disposition(ConsumerRecord<String, byte[]> record) {
        desk.disposition(decode(topics.disposition(), record));
    }

    private void source(ConsumerRecord<String, byte[]> record) {
        desk.source(record.key(), record.value() == null ? null : decode(topics.sourceStatus(), record));
    }

    private static Entry.Place place(ConsumerRecord<String, byte[]> record) {
        return new Entry.Place(record.topic(), record.partition(), record.offset());
    }

    private static <V> V decode(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        return topic.values().deserializer().deserialize(record.topic(), record.value());
    }
}
