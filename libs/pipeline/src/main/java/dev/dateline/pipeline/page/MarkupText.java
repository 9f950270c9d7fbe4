package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the text between two tags of a page, which may be left in several pieces, and reads character references. */
final class MarkupText {
    private static final String SPACE = " ";

    private final byte[] page;
    private byte[] bytes = new byte[1_024];
    private int length;
    private boolean isBlank = true;

    MarkupText(byte[] page) {
        this.page = page;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Whether there is only white space. */
    boolean isBlank() {
        return isBlank;
    }

    /** The first byte of what is not empty. */
    byte first() {
        return bytes[0];
    }

    /** Leaves out a line feed at the beginning. */
    void dropLineFeed() {
        if (length > 0 && bytes[0] == '\n') {
            System.arraycopy(bytes, 1, bytes, 0, --length);
        }
    }

    /**
     * Adds what stands between two places of the page.
     *
     * @param blank whether it is known to be white space
     */
    void add(int from, int to, boolean blank) {
        if (bytes.length < length + to - from) {
            bytes = Arrays.copyOf(bytes, (length + to - from) * 2);
        }
        System.arraycopy(page, from, bytes, length, to - from);
        length += to - from;
        isBlank &= blank;
    }

    /**
     * Gives the text and begins anew.
     *
     * @param refers whether character references stand for what they name
     */
    String take(boolean refers) {
        var text = length == 1 && bytes[0] == ' '
                ? SPACE
                : refers ? text(bytes, 0, length, false) : new String(bytes, 0, length, StandardCharsets.UTF_8);
        length = 0;
        isBlank = true;
        return text;
    }

    /** The text between two places, with what its character references stand for. */
    static String text(byte[] bytes, int from, int to, boolean isAttribute) {
        return CharacterReferences.read(new String(bytes, from, to - from, StandardCharsets.UTF_8), isAttribute);
    }
}
