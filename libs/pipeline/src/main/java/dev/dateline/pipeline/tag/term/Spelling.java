package dev.dateline.pipeline.tag.term;

import java.util.Arrays;

/**
 * A word's letters as some text writes them, with what the lexicon knows of the word: what is remembered between texts.
 * Immutable, and small, since the memory of some ten thousand of them should stay near the processor.
 */
final class Spelling {
    /** As many letters as a number of 64 bits holds. */
    static final int PACKED = Long.SIZE / Character.SIZE;

    private static final char[] NO_LETTERS = {};

    /** The first letters as two numbers: all of most words, which so are compared without another look into memory. */
    private final long first;

    private final long second;
    private final Word word;
    /** All letters of a word that is longer than the two numbers; none of another. */
    private final char[] letters;

    Spelling(char[] letters, Word word) {
        this.letters = letters.length > 2 * PACKED ? letters : NO_LETTERS;
        this.first = first(letters, 0, letters.length);
        this.second = second(letters, 0, letters.length);
        this.word = word;
    }

    static long first(char[] text, int from, int to) {
        return pack(text, from, Math.min(to, from + PACKED));
    }

    static long second(char[] text, int from, int to) {
        return pack(text, from + PACKED, Math.min(to, from + 2 * PACKED));
    }

    /** Packs letters into a number; as no letter is 0, equal numbers are equal letters. */
    private static long pack(char[] text, int from, int to) {
        var packed = 0L;
        for (var i = from; i < to; i++) {
            packed = packed << Character.SIZE | text[i];
        }
        return packed;
    }

    /** Spreads the letters of a word over all numbers, those of a single character too (after Stafford's mix 13). */
    static int hash(long first, long second, int length) {
        var mixed = (first * 31 + second) * 31 + length;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (int) (mixed >>> Integer.SIZE);
    }

    /** True when a text has these letters between two of its own, of which the first ones are packed. */
    boolean isAt(char[] text, int from, int to, long textFirst, long textSecond) {
        return first == textFirst
                && second == textSecond
                && (to - from <= 2 * PACKED
                        ? letters.length == 0
                        : Arrays.equals(letters, 0, letters.length, text, from, to));
    }

    Word word() {
        return word;
    }
}
