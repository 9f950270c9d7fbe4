package dev.dateline.pipeline.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Knows UTF-8 strictly (RFC 3629). Pages are ASCII for the most part, even in other scripts, since markup is: runs of it are
 * found eight bytes at a time.
 */
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int MALFORMED = -1;

    /** What bytes are. */
    enum Kind {
        ASCII,
        /** UTF-8 with characters beyond ASCII. */
        UTF_8,
        OTHER
    }

    private Utf8() {}

    static Kind kindOf(byte[] bytes) {
        int at = asciiEnd(bytes, 0, bytes.length);
        var kind = at == bytes.length ? Kind.ASCII : Kind.UTF_8;
        while (at < bytes.length) {
            int point = strictPoint(bytes, at);
            if (point == MALFORMED) {
                return Kind.OTHER;
            }
            at += length(point);
            at = at < bytes.length && bytes[at] >= 0 ? asciiEnd(bytes, at, bytes.length) : at;
        }
        return kind;
    }

    /** Where the ASCII characters end that begin here. */
    static int asciiEnd(byte[] bytes, int from, int limit) {
        int at = from;
        while (at + 32 <= limit
                && (((long) EIGHT.get(bytes, at)
                                        | (long) EIGHT.get(bytes, at + 8)
                                        | (long) EIGHT.get(bytes, at + 16)
                                        | (long) EIGHT.get(bytes, at + 24))
                                & NOT_ASCII)
                        == 0) {
            at += 32;
        }
        while (at + 8 <= limit && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0) {
            at += 8;
        }
        while (at < limit && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** How many bytes a character takes that is not ASCII. */
    static int length(int point) {
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    /** The character beyond ASCII that begins here, in bytes that are known to be UTF-8. */
    static int point(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int point = lead & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            point = point << 6 | (bytes[i] & 0x3F);
        }
        return point;
    }

    private static int strictPoint(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return MALFORMED;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return MALFORMED;
            }
        }
        int point = point(bytes, at);
        boolean valid = length(point) == length && (point < 0xD800 || point > 0xDFFF) && point <= 0x10FFFF;
        return valid ? point : MALFORMED;
    }
}
