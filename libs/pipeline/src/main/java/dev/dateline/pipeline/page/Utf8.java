package dev.dateline.pipeline.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 strictly (RFC 3629). Pages are ASCII for the most part, even in other scripts, since markup is: runs of such
 * bytes are found eight at a time and copied as a whole, which the platform's own decoder does only up to the first other
 * character.
 */
final class Utf8 {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int MALFORMED = -1;

    private Utf8() {}

    /** Gives the characters, or null when the bytes are not UTF-8. */
    static @Nullable CharBuffer read(byte[] bytes) {
        var ascii = new String(bytes, StandardCharsets.ISO_8859_1);
        var chars = new char[bytes.length];
        int at = 0;
        int written = 0;
        while (at < bytes.length) {
            int end = asciiEnd(bytes, at);
            ascii.getChars(at, end, chars, written);
            written += end - at;
            at = end;
            while (at < bytes.length && bytes[at] < 0) {
                int point = point(bytes, at);
                if (point == MALFORMED) {
                    return null;
                }
                at += length(point);
                written += Character.toChars(point, chars, written);
            }
        }
        return CharBuffer.wrap(chars, 0, written);
    }

    /** Where the ASCII characters end that begin here. */
    private static int asciiEnd(byte[] bytes, int from) {
        int at = from;
        while (at + 8 <= bytes.length && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0) {
            at += 8;
        }
        while (at < bytes.length && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private static int length(int point) {
        return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    private static int point(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return MALFORMED;
        }
        int point = lead & (0x7F >> length);
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return MALFORMED;
            }
            point = point << 6 | (bytes[i] & 0x3F);
        }
        boolean valid = length(point) == length && (point < 0xD800 || point > 0xDFFF) && point <= 0x10FFFF;
        return valid ? point : MALFORMED;
    }
}
