package dev.dateline.kafka.streams;

import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that surprised a stage to the dead letters, with its original key, bytes and headers and with headers that
 * say where, when and why, and leaves a trace; both in the transaction of the stage. The stream goes on.
 *
 * <p>What a producer refuses is not answered here either: its transaction is lost by then, and values are encoded and measured
 * before they are forwarded ({@link TopicEncoder}). What is no record's fault (the broker, the registry) is not answered here: the stage fails, and the work is tried again.
 */
public final class DeadLetterHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    /** Under these names {@link StreamsSettings} hands over what the handler works with. */
    static final String STAGE = "dateline.stage";

    static final String TOPICS = "dateline.topics";
    static final String METERS = "dateline.meters";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterHandler.class);
    private static final int MAX_STACK_TRACE = 4_000;

    private @Nullable String stage;
    private @Nullable Topics topics;
    private @Nullable MeterRegistry meters;

    @Override
    public void configure(Map<String, ?> configs) {
        stage = (String) configs.get(STAGE);
        topics = (Topics) configs.get(TOPICS);
        meters = (MeterRegistry) configs.get(METERS);
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return isOutside(exception)
                ? DeserializationExceptionHandler.Response.fail()
                : DeserializationExceptionHandler.Response.resume(
                        letters(context, record.key(), record.value(), exception));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return isOutside(exception)
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(
                        letters(context, context.sourceRawKey(), context.sourceRawValue(), exception));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.fail();
    }

    /** A failure of Kafka or of the registry rather than of the record in hand. */
    private static boolean isOutside(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
            if (cause instanceof SerializationException) {
                return false;
            }
        }
        return exception instanceof KafkaException;
    }

    private List<ProducerRecord<byte[], byte[]>> letters(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Exception exception) {
        var reason = DeadLetters.reasonOf(exception);
        var name = Objects.requireNonNull(stage);
        log.atWarn()
                .setCause(exception)
                .addKeyValue("stage", name)
                .addKeyValue("reason", reason.label())
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .log("record goes to the dead letters");
        count(name, reason);
        return List.of(letter(context, key, value, reason, exception), trace(context, key, reason, exception));
    }

    private void count(String name, DeadLetters.Reason reason) {
        var registry = Objects.requireNonNull(meters);
        registry.counter(PipelineMetrics.DEAD_LETTERS.name(), "stage", name, "reason", reason.label())
                .increment();
        registry.counter(
                        PipelineMetrics.STAGE_ARTICLES.name(),
                        "stage",
                        name,
                        "outcome",
                        "dead_lettered",
                        "reason",
                        reason.label())
                .increment();
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            DeadLetters.Reason reason,
            Exception exception) {
        var headers = context.headers() == null ? new RecordHeaders() : new RecordHeaders(context.headers());
        var attempts = DeadLetters.attempts(headers) + 1;
        DeadLetters.removeFrom(headers);
        add(headers, DeadLetters.STAGE, stage);
        add(headers, DeadLetters.REASON, reason.label());
        add(headers, DeadLetters.ATTEMPTS, attempts);
        add(headers, DeadLetters.TOPIC, context.topic());
        add(headers, DeadLetters.PARTITION, context.partition());
        add(headers, DeadLetters.OFFSET, context.offset());
        add(headers, DeadLetters.NODE, context.processorNodeId());
        add(headers, DeadLetters.TASK, context.taskId());
        add(headers, DeadLetters.EXCEPTION, exception);
        add(headers, DeadLetters.STACK_TRACE, stackTrace(exception));
        var topic = Objects.requireNonNull(topics).deadLetter().name();
        return new ProducerRecord<>(topic, null, context.timestamp(), key, value, headers);
    }

    private ProducerRecord<byte[], byte[]> trace(
            ErrorHandlerContext context, byte @Nullable [] key, DeadLetters.Reason reason, Exception exception) {
        var topic = Objects.requireNonNull(topics).disposition();
        var articleId = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        var disposition = Disposition.newBuilder()
                .setArticleId(articleId)
                .setStage(Objects.requireNonNull(stage))
                .setOutcome(DispositionOutcome.DEAD_LETTERED)
                .setReason(reason.label())
                .setDetail(exception.toString())
                .setTopic(context.topic())
                .setPartition(context.partition())
                .setOffset(context.offset())
                .setAt(Instant.ofEpochMilli(context.timestamp()))
                .build();
        var value = topic.values().serializer().serialize(topic.name(), disposition);
        try (var keys = new StringSerializer()) {
            return new ProducerRecord<>(
                    topic.name(), null, context.timestamp(), keys.serialize(topic.name(), articleId), value);
        }
    }

    private static void add(RecordHeaders headers, String name, @Nullable Object value) {
        headers.add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception exception) {
        var text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text, true));
        var trace = text.toString();
        return trace.length() > MAX_STACK_TRACE ? trace.substring(0, MAX_STACK_TRACE) + "\n..." : trace;
    }
}
