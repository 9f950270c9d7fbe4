package dev.dateline.pipeline.page;

import java.util.HashMap;
import java.util.Map;

/**
 * Looks up the words of names of classes and identifiers: split at what is no letter, and before the capitals of camel
 * case. Pages have thousands of names, so words are compared where they stand and nothing is made of them; the table is
 * one of open addressing, small enough to stay in the processor's cache, and of most words only the hash is looked at.
 */
final class NameWords {
    /** The name has a word of noise. */
    static final int NOISE = 1;
    /** The name has a word or a pair that says noise less surely. */
    static final int DOUBTFUL = 2;
    /** The name has a word or a pair that says: the body of the article. */
    static final int BODY = 4;
    /** The name has a word for the caption of an image. */
    static final int CAPTION = 8;
    /** The name is one that says noise as a whole. */
    static final int ALONE = 16;

    /** The name has a word for the lead of an article. */
    static final int LEAD = 32;

    /** The name has a word for what is never an article. */
    static final int SURE = 64;

    /** All of these. */
    private static final int WORDS = 127;
    /** The word begins a pair. */
    private static final int FIRST = 128;
    /** The word ends a pair. */
    private static final int SECOND = 256;

    private static final int NONE = -1;
    private static final char NO_LETTER = 0;
    /** The hash of no word of the lists: a place that has it is free. */
    private static final int FREE = 0;
    /** Of each ASCII character the lower case, if it is a letter. */
    private static final char[] LOWER = new char[128];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            LOWER[c] = c;
            LOWER[Character.toUpperCase(c)] = c;
        }
    }

    private final String[] words;
    private final int[] hashes;
    private final int[] flags;
    private final Map<Integer, Integer> pairs = new HashMap<>();

    NameWords(PageWords.ElementWords lists) {
        var named = new HashMap<String, Integer>();
        note(lists.surelyNoise(), SURE, named);
        note(lists.noise(), NOISE, named);
        note(lists.doubtful(), DOUBTFUL, named);
        note(lists.noisePairs(), DOUBTFUL, named);
        note(lists.bodyPairs(), BODY, named);
        note(lists.bodyWords(), BODY, named);
        note(lists.caption(), CAPTION, named);
        note(lists.lead(), LEAD, named);
        note(lists.noiseAlone(), ALONE, named);
        int size = Integer.highestOneBit(named.size()) * 4;
        words = new String[size];
        hashes = new int[size];
        flags = new int[size];
        named.forEach(this::put);
    }

    /** Gives what the words of one name say, as bits. */
    int of(String names, int from, int to) {
        int said = 0;
        int alone = 0;
        int parts = 0;
        int before = NONE;
        int start = from;
        while (start < to) {
            int end = start;
            int hash = 0;
            char last = 0;
            for (; end < to; end++) {
                char c = names.charAt(end);
                char lower = lower(c);
                if (lower == NO_LETTER || (lower != c && c <= 'Z' && isSmall(last))) {
                    break;
                }
                hash = 31 * hash + lower;
                last = c;
            }
            if (end > start) {
                int word = find(names, start, end, hash);
                int pair = pair(before, word);
                alone = ++parts == 1 ? flag(word) : parts == 2 ? pair : 0;
                said |= (flag(word) | pair) & ~ALONE;
                before = word;
            }
            start = end < to && isLetter(names.charAt(end)) ? end : end + 1;
        }
        return said | (alone & ALONE);
    }

    private int flag(int word) {
        return word == NONE ? 0 : flags[word] & WORDS;
    }

    private int pair(int before, int word) {
        if (before == NONE || word == NONE || (flags[before] & FIRST) == 0 || (flags[word] & SECOND) == 0) {
            return 0;
        }
        return pairs.getOrDefault(before * words.length + word, 0);
    }

    private static boolean isLetter(char c) {
        return lower(c) != NO_LETTER;
    }

    private static boolean isSmall(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** The letter in lower case; zero for what is no letter. */
    private static char lower(char c) {
        return c < LOWER.length ? LOWER[c] : Character.isLetter(c) ? Character.toLowerCase(c) : NO_LETTER;
    }

    private int find(String names, int from, int to, int hash) {
        for (int at = slot(hash); hashes[at] != FREE; at = (at + 1) & (hashes.length - 1)) {
            if (hashes[at] == hash && is(words[at], names, from, to)) {
                return at;
            }
        }
        return NONE;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (hashes.length - 1);
    }

    private static boolean is(String word, String names, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(names.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    private static void note(Iterable<String> names, int flag, Map<String, Integer> into) {
        for (var name : names) {
            into.merge(name.replace('-', ' '), flag, (a, b) -> a | b);
        }
    }

    private void put(String name, int flag) {
        int space = name.indexOf(' ');
        if (space < 0) {
            flags[place(name)] |= flag;
            return;
        }
        int first = place(name.substring(0, space));
        int second = place(name.substring(space + 1));
        flags[first] |= FIRST;
        flags[second] |= SECOND;
        pairs.put(first * words.length + second, flag);
    }

    private int place(String word) {
        int known = find(word, 0, word.length(), word.hashCode());
        if (known != NONE) {
            return known;
        }
        int at = slot(word.hashCode());
        while (hashes[at] != FREE) {
            at = (at + 1) & (hashes.length - 1);
        }
        words[at] = word;
        hashes[at] = word.hashCode();
        return at;
    }
}
