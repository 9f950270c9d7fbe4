package dev.dateline.pipeline.page;

import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads bytes that are known to be UTF-8, piece by piece as the parser asks for it: the whole page as characters would be
 * made only to be copied once more.
 */
final class Utf8Reader extends Reader {
    /** A shorter run is copied faster one by one. */
    private static final int RUN = 24;

    private static final int END = -1;

    private final byte[] bytes;
    private final ByteRanges ranges;
    private int range;
    private int at;
    private int end;
    /** The second half of a character that the last piece had no room for. */
    private char half;

    Utf8Reader(byte[] bytes) {
        this(bytes, ByteRanges.whole(bytes.length));
    }

    /** Reads some ranges of bytes as if they were all. */
    Utf8Reader(byte[] bytes, ByteRanges ranges) {
        this.bytes = bytes;
        this.ranges = ranges;
    }

    @Override
    public int read(char[] into, int from, int count) {
        Objects.checkFromIndexSize(from, count, into.length);
        int to = from;
        int limit = from + count;
        if (half != 0 && to < limit) {
            into[to++] = half;
            half = 0;
        }
        while (to < limit && (at < end || nextRange())) {
            to = bytes[at] >= 0 ? ascii(into, to, limit) : other(into, to, limit);
        }
        return to == from && count > 0 ? END : to - from;
    }

    private boolean nextRange() {
        if (range == ranges.count()) {
            return false;
        }
        at = ranges.from(range);
        end = ranges.to(range++);
        return true;
    }

    private int ascii(char[] into, int to, int limit) {
        int behind = Utf8.asciiEnd(bytes, at, Math.min(end, at + limit - to));
        int length = behind - at;
        if (length >= RUN) {
            new String(bytes, at, length, StandardCharsets.ISO_8859_1).getChars(0, length, into, to);
        } else {
            for (int i = 0; i < length; i++) {
                into[to + i] = (char) bytes[at + i];
            }
        }
        at = behind;
        return to + length;
    }

    private int other(char[] into, int from, int limit) {
        int point = Utf8.point(bytes, at);
        at += Utf8.length(point);
        int to = from;
        if (Character.isBmpCodePoint(point)) {
            into[to++] = (char) point;
        } else {
            into[to++] = Character.highSurrogate(point);
            char low = Character.lowSurrogate(point);
            if (to < limit) {
                into[to++] = low;
            } else {
                half = low;
            }
        }
        return to;
    }

    @Override
    public void close() {}
}
