package dev.dateline.kafka.streams;

import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import io.micrometer.core.instrument.MeterRegistry;
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

    private @Nullable String stage;
    private @Nullable Topics topics;
    private @Nullable StageMeters meters;

    @Override
    public void configure(Map<String, ?> configs) {
        stage = (String) configs.get(STAGE);
        topics = (Topics) configs.get(TOPICS);
        meters = new StageMeters(
                Objects.requireNonNull((MeterRegistry) configs.get(METERS)), Objects.requireNonNull(stage));
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
        var fault = new DeadLetters.Fault(
                Objects.requireNonNull(stage), context.topic(), context.partition(), context.offset(), exception);
        log.atWarn()
                .setCause(exception)
                .addKeyValue("stage", fault.stage())
                .addKeyValue("reason", fault.reason().label())
                .addKeyValue("topic", fault.topic())
                .addKeyValue("partition", fault.partition())
                .addKeyValue("offset", fault.offset())
                .log("record goes to the dead letters");
        Objects.requireNonNull(meters).count(fault.reason());
        return List.of(letter(context, key, value, fault), trace(context, key, fault));
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, DeadLetters.Fault fault) {
        var headers = DeadLetters.headers(context.headers() == null ? new RecordHeaders() : context.headers(), fault);
        DeadLetters.add(headers, DeadLetters.NODE, context.processorNodeId());
        DeadLetters.add(headers, DeadLetters.TASK, context.taskId());
        var topic = Objects.requireNonNull(topics).deadLetter().name();
        return new ProducerRecord<>(topic, null, context.timestamp(), key, value, headers);
    }

    private ProducerRecord<byte[], byte[]> trace(
            ErrorHandlerContext context, byte @Nullable [] key, DeadLetters.Fault fault) {
        var topic = Objects.requireNonNull(topics).disposition();
        var articleId = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        var disposition = Disposition.newBuilder()
                .setArticleId(articleId)
                .setStage(fault.stage())
                .setOutcome(DispositionOutcome.DEAD_LETTERED)
                .setReason(fault.reason().label())
                .setDetail(fault.exception().toString())
                .setTopic(fault.topic())
                .setPartition(fault.partition())
                .setOffset(fault.offset())
                .setAt(Instant.ofEpochMilli(context.timestamp()))
                .build();
        var value = topic.values().serializer().serialize(topic.name(), disposition);
        try (var keys = new StringSerializer()) {
            return new ProducerRecord<>(
                    topic.name(), null, context.timestamp(), keys.serialize(topic.name(), articleId), value);
        }
    }
}
