package dev.dateline.pipeline.page;

/**
 * Two characters that stand beside each other in some phrases, in either case: one look at a table tells that nearly all
 * places of a text have none of these. Only for pairs of ASCII is the answer exact.
 */
final class CharPairs {
    private static final int ASCII = 128;
    private static final int PLACES = 1 << 10;

    private final boolean[] pairs = new boolean[ASCII * ASCII];
    /** The others, by a hash. */
    private final boolean[] others = new boolean[PLACES];

    /** Adds a pair of lower-case characters. */
    void add(char first, char second) {
        others[place(first, second)] = true;
        if ((first | second) < ASCII) {
            for (char one : cases(first)) {
                for (char other : cases(second)) {
                    pairs[one * ASCII + other] = true;
                }
            }
        }
    }

    boolean mayHave(char first, char second) {
        return (first | second) < ASCII ? pairs[first * ASCII + second] : others[place(first, second)];
    }

    private static char[] cases(char lower) {
        return new char[] {lower, Character.toUpperCase(lower)};
    }

    private static int place(char first, char second) {
        int hash = Character.toLowerCase(first) * 31 + Character.toLowerCase(second);
        return (hash ^ (hash >>> 10)) & (PLACES - 1);
    }
}
