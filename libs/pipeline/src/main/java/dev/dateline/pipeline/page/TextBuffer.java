package dev.dateline.pipeline.page;

import java.util.Arrays;

/** Collects the text of one block: white space becomes single spaces, and what cannot be seen is left out. */
final class TextBuffer {
    private char[] chars = new char[4_096];
    private char[] read = new char[1_024];
    private int length;
    private int linked;
    private int dense;

    boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    /** Leaves out what is beyond a length: no block is longer than the whole text may be. */
    void limit(int most) {
        length = Math.min(length, most);
        dense = Math.min(dense, length);
    }

    /** Whether the last thing was the end of a line. */
    boolean endsLine() {
        return length > 0 && chars[length - 1] == '\n';
    }

    /** Adds a text as the page has it. */
    void append(String text, boolean isLink) {
        int count = text.length();
        room(count);
        text.getChars(0, count, read, 0);
        int shown = 0;
        for (int i = 0; i < count; i++) {
            char c = read[i];
            if (c > ' ' && c < 0x7f) {
                chars[length++] = c;
                shown++;
            } else if (isSpace(c)) {
                space();
            } else if (isShown(c)) {
                chars[length++] = c;
                shown++;
                dense += TextSize.isDense(c) ? 1 : 0;
            }
        }
        linked += isLink ? shown : 0;
    }

    /** Ends the cell of a table's row. */
    void endCell() {
        if (length > 0 && !endsLine()) {
            room(3);
            chars[length++] = ' ';
            chars[length++] = '|';
            chars[length++] = ' ';
        }
    }

    /** Ends a line; no space is left before its end. */
    void endLine() {
        trim();
        if (length > 0) {
            room(1);
            chars[length++] = '\n';
        }
    }

    /** Gives the text without white space around it. */
    String text() {
        trim();
        while (endsLine()) {
            length--;
            trim();
        }
        return new String(chars, 0, length);
    }

    /** Characters of links in the text. */
    int linked() {
        return Math.min(linked, length);
    }

    /** Size of the text ({@link TextSize}). */
    int size() {
        return length + dense * (TextSize.DENSE_WEIGHT - 1);
    }

    void clear() {
        length = 0;
        linked = 0;
        dense = 0;
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                ? c == ' ' || (c >= '\t' && c <= '\r')
                : c == '\u00a0' || (c > '\u1000' && (Character.isWhitespace(c) || c == '\u202f'));
    }

    private static boolean isShown(char c) {
        return c > ' ' && c != '\u00ad' && c != '\u200b' && c != '\ufeff';
    }

    private void space() {
        if (length > 0 && chars[length - 1] != ' ' && chars[length - 1] != '\n') {
            chars[length++] = ' ';
        }
    }

    private void trim() {
        while (length > 0 && chars[length - 1] == ' ') {
            length--;
        }
    }

    private void room(int count) {
        if (read.length < count) {
            read = new char[count * 2];
        }
        if (chars.length < length + count) {
            chars = Arrays.copyOf(chars, (length + count) * 2);
        }
    }
}
