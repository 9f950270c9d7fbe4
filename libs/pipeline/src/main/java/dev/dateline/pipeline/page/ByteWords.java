package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;

/** A few words of ASCII letters, looked for in the bytes of a page where they stand; upper and lower case are the same. */
final class ByteWords {
    private static final int LOWER = 0x20;

    private final byte[][] words;

    /** Makes a set of words in lower case. */
    ByteWords(String... words) {
        this.words = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            this.words[i] = words[i].getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Whether one of the words stands between two places. */
    boolean areIn(byte[] page, int from, int to) {
        for (int i = from; i < to; i++) {
            if (areAt(page, i, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words begins at a place and ends before another. */
    boolean areAt(byte[] page, int from, int to) {
        for (var word : words) {
            if (from < to && (page[from] | LOWER) == word[0] && isAt(page, from, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] page, int from, int to, byte[] word) {
        if (from + word.length > to) {
            return false;
        }
        for (int i = 1; i < word.length; i++) {
            if ((page[from + i] | LOWER) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
