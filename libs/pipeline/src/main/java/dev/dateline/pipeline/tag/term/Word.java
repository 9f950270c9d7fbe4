package dev.dateline.pipeline.tag.term;

import java.util.Arrays;

/** A word as some text writes it, with all that the lexicon knows of it. Immutable, and shared by all texts that have it. */
final class Word {
    /** As many letters as a number of 64 bits holds. */
    static final int PACKED = Long.SIZE / Character.SIZE;

    private static final char[] NO_LETTERS = {};

    /** The first letters as two numbers: all of most words, which so are compared without another look into memory. */
    private final long first;

    private final long second;
    private final int length;
    /** All letters of a longer word, none of another: what is remembered must be small to stay near the processor. */
    private final char[] letters;

    private final int[] entries;
    private final int[][] beginnings;
    /** Which of the beginnings are not empty, each a bit: most are, and need no other look into memory. */
    private final int begins;

    private final Rest[] rests;

    /**
     * What stands behind a prefix.
     *
     * @param skipped letters of the prefix
     * @param beginnings as for a word
     */
    record Rest(int skipped, int[][] beginnings) {}

    Word(char[] letters, int[] entries, int[][] beginnings, Rest[] rests) {
        this.length = letters.length;
        this.letters = length > 2 * PACKED ? letters : NO_LETTERS;
        this.first = pack(letters, 0, letters.length);
        this.second = pack(letters, PACKED, letters.length);
        this.entries = entries;
        this.beginnings = beginnings;
        this.rests = rests;
        var bits = 0;
        for (var i = 0; i < beginnings.length; i++) {
            bits |= beginnings[i].length > 0 || rests.length > 0 ? 1 << i : 0;
        }
        this.begins = bits;
    }

    /** Packs the next letters of a word into a number; fewer than {@link #PACKED} only where the word ends. */
    static long pack(char[] text, int from, int to) {
        var packed = 0L;
        for (var i = from; i < to && i < from + PACKED; i++) {
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

    /** True when a text has this word between two of its letters, of which the first ones are packed. */
    boolean isAt(char[] text, int from, int to, long textFirst, long textSecond) {
        return first == textFirst
                && second == textSecond
                && to - from == length
                && (length <= 2 * PACKED || Arrays.equals(letters, 0, length, text, from, to));
    }

    /** Gives the entries of the lexicon that this is a form of, in the order of {@link Lexicon}. */
    int[] entries() {
        return entries;
    }

    /** True when the word, or the rest of it behind a prefix, leads anywhere as the first of a term. */
    boolean begins(int beginning) {
        return (begins & 1 << beginning) != 0;
    }

    /** Gives the nodes of a trie that the word leads to as the first of a term; {@link Lexicon} numbers the beginnings. */
    int[] beginnings(int beginning) {
        return beginnings[beginning];
    }

    /** Gives what else it is when prefixes are taken off that are known to end before the word does, shortest first. */
    Rest[] rests() {
        return rests;
    }
}
