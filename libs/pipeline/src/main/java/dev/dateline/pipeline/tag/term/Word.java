package dev.dateline.pipeline.tag.term;

/** What the lexicon knows of a word. Immutable, and shared by all texts that have it. */
final class Word {
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

    Word(int[] entries, int[][] beginnings, Rest[] rests) {
        this.entries = entries;
        this.beginnings = beginnings;
        this.rests = rests;
        var bits = 0;
        for (var i = 0; i < beginnings.length; i++) {
            bits |= beginnings[i].length > 0 || rests.length > 0 ? 1 << i : 0;
        }
        this.begins = bits;
    }

    /** Gives the entries of the lexicon that this is a form of, in the order of {@link Lexicon}. */
    int[] entries() {
        return entries;
    }

    /** True when some term begins with the word, or with the rest of it. */
    boolean begins() {
        return begins != 0;
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
