package dev.dateline.pipeline.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where elements end whose text is no markup (HTML standard, 13.2.5.2 to 13.2.5.31), in the bytes of a page. */
final class RawText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final byte[] SCRIPT = {'s', 'c', 'r', 'i', 'p', 't'};

    /** A comment that ends in a way that is not the same in a script. */
    private static final int UNSURE = -2;

    private final byte[] page;

    RawText(byte[] page) {
        this.page = page;
    }

    /** The place of the end tag of this name, or {@link TagReader#NONE}. */
    int end(int from, byte[] name) {
        for (int at = next(from, (byte) '<'); at >= 0; at = next(at + 1, (byte) '<')) {
            if (isTag(at + 1, name, true)) {
                return at;
            }
        }
        return TagReader.NONE;
    }

    /** The place of the end tag of a script: inside {@code <!--} a script in a script has an end of its own. */
    int scriptEnd(int from) {
        int at = next(from, (byte) '<');
        while (at >= 0) {
            if (isTag(at + 1, SCRIPT, true)) {
                return at;
            }
            if (!is(at, "<!--")) {
                at = next(at + 1, (byte) '<');
                continue;
            }
            int close = commentEnd(at + 2);
            if (close == UNSURE) {
                return TagReader.NONE;
            }
            int inner = escapedEnd(at + 4, close < 0 ? page.length : close);
            if (inner >= 0 || close < 0) {
                return inner;
            }
            at = next(close, (byte) '<');
        }
        return TagReader.NONE;
    }

    /** The place behind a comment whose dashes begin here; negative when it has no plain end. */
    int commentEnd(int dashes) {
        for (int at = next(dashes + 1, (byte) '>'); at >= 0; at = next(at + 1, (byte) '>')) {
            if (page[at - 1] == '-' && page[at - 2] == '-') {
                return at + 1;
            }
            if (page[at - 1] == '!' && page[at - 2] == '-' && page[at - 3] == '-') {
                return UNSURE;
            }
        }
        return TagReader.NONE;
    }

    /** The first place of a byte. */
    int next(int from, byte sought) {
        long pattern = (sought & 0xFFL) * ONES;
        int at = from;
        for (; at + 8 <= page.length; at += 8) {
            long differs = (long) EIGHT.get(page, at) ^ pattern;
            long zeros = (differs - ONES) & ~differs & HIGH;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / 8;
            }
        }
        for (; at < page.length; at++) {
            if (page[at] == sought) {
                return at;
            }
        }
        return TagReader.NONE;
    }

    private int escapedEnd(int from, int to) {
        boolean isDouble = false;
        for (int at = next(from, (byte) '<'); at >= 0 && at < to; at = next(at + 1, (byte) '<')) {
            if (isTag(at + 1, SCRIPT, true)) {
                if (!isDouble) {
                    return at;
                }
                isDouble = false;
            }
            isDouble |= isTag(at + 1, SCRIPT, false);
        }
        return TagReader.NONE;
    }

    private boolean isTag(int from, byte[] name, boolean closes) {
        int at = closes ? from + 1 : from;
        int end = at + name.length;
        if (end >= page.length || (closes && page[from] != '/')) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if ((page[at + i] | 0x20) != name[i]) {
                return false;
            }
        }
        return page[end] == '>' || page[end] == '/' || TagReader.isSpace(page[end]);
    }

    private boolean is(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= page.length || page[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
