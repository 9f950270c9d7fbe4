package dev.dateline.pipeline.page;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Spots many words in a short text in one pass (Aho and Corasick, 1975): says which groups of words occur, as bits. Upper
 * and lower case are the same; words are made of a to z and hyphens, an underscore counts as a hyphen.
 */
final class WordSpotter {
    private static final int LETTERS = 27;
    private static final int HYPHEN = 26;
    /** What is in no word: it leads back to the beginning. */
    private static final int OTHER = 27;
    /** Places of one state in {@link #onward}, as bits. */
    private static final int ROW = 5;
    /** Of each ASCII character the letter. */
    private static final byte[] LETTER_OF = new byte[128];

    static {
        for (char c = 0; c < LETTER_OF.length; c++) {
            LETTER_OF[c] = (byte) letter(c);
        }
    }

    private int[][] next = new int[16][];
    private int[] groups = new int[16];
    private int states = 1;
    /** The same as {@link #next} when all is linked, small enough to stay in the processor's first cache. */
    private final char[] onward;

    /** Makes a spotter of words by the bit of their group. */
    WordSpotter(Map<Integer, List<String>> wordsByGroup) {
        next[0] = row();
        wordsByGroup.forEach((group, words) -> words.forEach(word -> add(word, group)));
        link();
        onward = new char[states << ROW];
        for (int state = 0; state < states; state++) {
            for (int letter = 0; letter < LETTERS; letter++) {
                onward[state << ROW | letter] = (char) next[state][letter];
            }
        }
    }

    /** Gives the bits of all groups that a word of the text belongs to. */
    int groupsIn(String text) {
        int found = 0;
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            state = onward[state << ROW | (c < LETTER_OF.length ? LETTER_OF[c] : OTHER)];
            found |= groups[state];
        }
        return found;
    }

    private void add(String word, int group) {
        int state = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = letter(word.charAt(i));
            if (next[state][letter] < 0) {
                if (states == next.length) {
                    next = Arrays.copyOf(next, states * 2);
                    groups = Arrays.copyOf(groups, states * 2);
                }
                next[states] = row();
                next[state][letter] = states++;
            }
            state = next[state][letter];
        }
        groups[state] |= group;
    }

    /** Makes the tree of words an automaton that never goes back in the text. */
    private void link() {
        var fail = new int[states];
        var open = new ArrayDeque<Integer>();
        open.add(0);
        while (!open.isEmpty()) {
            int state = open.remove();
            groups[state] |= groups[fail[state]];
            for (int letter = 0; letter < LETTERS; letter++) {
                int onward = state == 0 ? 0 : next[fail[state]][letter];
                if (next[state][letter] < 0) {
                    next[state][letter] = onward;
                } else {
                    fail[next[state][letter]] = onward;
                    open.add(next[state][letter]);
                }
            }
        }
    }

    private static int[] row() {
        var row = new int[LETTERS];
        Arrays.fill(row, -1);
        return row;
    }

    private static int letter(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' : c == '-' || c == '_' ? HYPHEN : OTHER;
    }
}
