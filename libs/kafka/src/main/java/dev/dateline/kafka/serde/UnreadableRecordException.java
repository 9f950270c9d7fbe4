package dev.dateline.kafka.serde;

import org.apache.kafka.common.errors.SerializationException;

/** Thrown when the bytes of a record are not what its topic promises. */
public final class UnreadableRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong with the bytes. */
    public enum Reason {
        /** The record has no value where one is promised. */
        NULL_VALUE,
        /** The first byte is not that of the wire format. */
        BAD_MARKER,
        /** The schema id is not known. */
        UNKNOWN_SCHEMA,
        /** The bytes do not follow their schema. */
        MALFORMED
    }

    public UnreadableRecordException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreadableRecordException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
