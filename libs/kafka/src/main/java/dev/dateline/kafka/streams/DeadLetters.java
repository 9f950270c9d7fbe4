package dev.dateline.kafka.streams;

import dev.dateline.kafka.serde.UnreadableRecordException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The words of the dead-letter topic: header names, and the closed list of reasons. */
public final class DeadLetters {
    /** The first words of every header of a dead letter. */
    public static final String PREFIX = "news.dlq.";

    public static final String STAGE = "news.dlq.stage";
    public static final String REASON = "news.dlq.reason";
    public static final String ATTEMPTS = "news.dlq.attempts";
    public static final String TOPIC = "news.dlq.topic";
    public static final String PARTITION = "news.dlq.partition";
    public static final String OFFSET = "news.dlq.offset";
    public static final String NODE = "news.dlq.node";
    public static final String TASK = "news.dlq.task";
    public static final String EXCEPTION = "news.dlq.exception";
    public static final String STACK_TRACE = "news.dlq.stacktrace";

    private static final int MAX_EXCEPTION = 500;
    private static final int MAX_STACK_TRACE = 4_000;

    private DeadLetters() {}

    /** Why a record is a dead letter; a metric label. */
    public enum Reason {
        /** The value is null where the topic promises one. */
        NULL_VALUE,
        /** The bytes do not begin with a schema id. */
        BAD_MARKER,
        /** Nobody knows the schema id. */
        UNKNOWN_SCHEMA,
        /** The bytes do not follow their schema. */
        MALFORMED,
        /** The stage met something it was not made for: a bug. */
        PROCESSING_FAILED,
        /** The result is larger than its topic takes. */
        TOO_LARGE,
        /** The result could not be written as its topic's schema. */
        NOT_WRITABLE;

        /** The name as headers, metrics and tables show it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Finds the reason in an exception and its causes. */
    public static Reason reasonOf(@Nullable Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableRecordException unreadable) {
                return Reason.valueOf(unreadable.reason().name());
            }
            if (cause instanceof RecordTooLargeException || cause instanceof TopicEncoder.TooLargeException) {
                return Reason.TOO_LARGE;
            }
            if (cause instanceof SerializationException) {
                return Reason.NOT_WRITABLE;
            }
        }
        return Reason.PROCESSING_FAILED;
    }

    /**
     * What happened to a record.
     *
     * @param stage that could not go on with it
     * @param topic where the stage read it; partition and offset likewise
     * @param exception what was thrown
     */
    public record Fault(String stage, String topic, int partition, long offset, Exception exception) {
        /** The kind of fault. */
        public Reason reason() {
            return reasonOf(exception);
        }
    }

    /** Makes the headers of a dead letter: those of the record, and what happened; another try is counted. */
    public static Headers headers(Headers ofRecord, Fault fault) {
        var headers = new RecordHeaders(ofRecord);
        var attempts = attempts(headers) + 1;
        removeFrom(headers);
        add(headers, STAGE, fault.stage());
        add(headers, REASON, fault.reason().label());
        add(headers, ATTEMPTS, attempts);
        add(headers, TOPIC, fault.topic());
        add(headers, PARTITION, fault.partition());
        add(headers, OFFSET, fault.offset());
        add(headers, EXCEPTION, shortened(fault.exception().toString(), MAX_EXCEPTION));
        add(headers, STACK_TRACE, stackTrace(fault.exception()));
        return headers;
    }

    static void add(Headers headers, String name, @Nullable Object value) {
        headers.add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception exception) {
        var text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text, true));
        return shortened(text.toString(), MAX_STACK_TRACE);
    }

    private static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "..." : text;
    }

    /** Takes the headers of a dead letter that came back off a record, so that they do not travel on. */
    public static void removeFrom(Headers headers) {
        for (var header : headers.toArray()) {
            if (header.key().startsWith(PREFIX)) {
                headers.remove(header.key());
            }
        }
    }

    /**
     * Whether a record is a dead letter that came back for another stage, which reads the same topic: this one had no trouble with
     * it the first time.
     */
    public static boolean isForAnother(Headers headers, String stage) {
        var header = headers.lastHeader(STAGE);
        return header != null && !stage.equals(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Reads how often a record was tried before; what is no small number counts as none. */
    private static int attempts(Headers headers) {
        var header = headers.lastHeader(ATTEMPTS);
        var text = header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
