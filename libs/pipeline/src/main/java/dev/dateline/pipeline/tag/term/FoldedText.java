package dev.dateline.pipeline.tag.term;

import java.util.Arrays;

/**
 * The words of a text in the form that terms are compared in, with the way back to the original.
 *
 * <p>Words are runs of letters and digits; a Han character is a word of its own, since Chinese has no spaces. Apostrophes
 * inside a word vanish (Oʻzbekiston, Russia's), as do the full stops of an abbreviation (U.S.), so a word's letters are
 * kept apart from its place in the source.
 */
public final class FoldedText {
    private static final int LETTERS_A_WORD = 5;

    private final String source;
    /** The letters of all words, one word behind the other. */
    private char[] letters;

    private int length;
    private int words;
    /** For each word where its letters begin, and one more for where the last one's end. */
    private int[] from;

    private int[] starts;
    private int[] ends;
    private boolean[] joined;
    private boolean[] capital;
    private int upper;
    private int lower;

    private FoldedText(String source, boolean splitAtApostrophe) {
        this.source = source;
        this.letters = new char[source.length()];
        var room = source.length() / LETTERS_A_WORD + 2;
        this.from = new int[room];
        this.starts = new int[room];
        this.ends = new int[room];
        this.joined = new boolean[room];
        this.capital = new boolean[room];
        fold(source.toCharArray(), splitAtApostrophe);
    }

    /**
     * Folds a text.
     *
     * @param splitAtApostrophe true where an apostrophe divides words, as in French l'Ukraine
     */
    public static FoldedText of(String source, boolean splitAtApostrophe) {
        return new FoldedText(source, splitAtApostrophe);
    }

    public String source() {
        return source;
    }

    /** How many words the text has. */
    public int size() {
        return words;
    }

    /** Where a word begins in the source, in UTF-16 code units. */
    public int start(int word) {
        return starts[word];
    }

    /** Where it ends there; an abbreviation's inner stops are inside, its last is not. */
    public int end(int word) {
        return ends[word];
    }

    /** Where a word begins in the source when letters of it are left out: the Arabic article, for instance. */
    int startBehind(int word, int skipped) {
        var at = starts[word];
        for (var left = skipped; left > 0 || isUnwritten(source.charAt(at)); at++) {
            left -= isUnwritten(source.charAt(at)) ? 0 : 1;
        }
        return at;
    }

    private static boolean isUnwritten(char c) {
        return (Folding.traits(c) & Folding.WORD) == 0 || Folding.form(c) == 0;
    }

    /** True for a word with no space before it: a Han character, or what follows one. */
    boolean isJoined(int word) {
        return joined[word];
    }

    /** True for a word that begins with a capital letter. */
    boolean isCapital(int word) {
        return capital[word];
    }

    char[] letters() {
        return letters;
    }

    /** Where a word's letters begin in {@link #letters}; they end where the next one's begin. */
    int from(int word) {
        return from[word];
    }

    String word(int word) {
        return new String(letters, from[word], from[word + 1] - from[word]);
    }

    /** True when letters are nearly all capitals, so that case says nothing. */
    public boolean isAllCapitals() {
        return upper > 3 && lower * 10 < upper;
    }

    private void fold(char[] in, boolean splitAtApostrophe) {
        var open = false;
        var han = false;
        var end = 0;
        for (var i = 0; i < in.length; i++) {
            var traits = Folding.traits(in[i]);
            if ((traits & Folding.WORD) != 0) {
                count(traits);
                var form = Folding.form(in[i]);
                if (form == 0) {
                    continue;
                }
                if (!open || han || (traits & Folding.HAN) != 0) {
                    begin(i, end, open, (traits & Folding.UPPER) != 0);
                }
                open = true;
                han = (traits & Folding.HAN) != 0;
                letters[length++] = form;
                end = i + 1;
                if (in[i] == 'ß') {
                    putAgain(form, in.length - i);
                }
            } else if (open && !vanishes(in, i, traits, splitAtApostrophe)) {
                open = false;
            }
        }
        reserve();
        from[words] = length;
        ends[Math.max(0, words - 1)] = end;
    }

    private void count(int traits) {
        upper += (traits & Folding.UPPER) / Folding.UPPER;
        lower += (traits & Folding.LOWER) / Folding.LOWER;
    }

    private void begin(int start, int lastEnd, boolean behindAnother, boolean withCapital) {
        reserve();
        ends[Math.max(0, words - 1)] = lastEnd;
        from[words] = length;
        starts[words] = start;
        joined[words] = behindAnother;
        capital[words] = withCapital;
        words++;
    }

    /** Puts a letter that the source does not have, and leaves room for what the source still has. */
    private void putAgain(char form, int left) {
        if (letters.length - length < left) {
            letters = Arrays.copyOf(letters, 2 * letters.length + 1);
        }
        letters[length++] = form;
    }

    private void reserve() {
        if (words + 1 >= from.length) {
            var room = 2 * from.length;
            from = Arrays.copyOf(from, room);
            starts = Arrays.copyOf(starts, room);
            ends = Arrays.copyOf(ends, room);
            joined = Arrays.copyOf(joined, room);
            capital = Arrays.copyOf(capital, room);
        }
    }

    private static boolean vanishes(char[] in, int i, int traits, boolean splitAtApostrophe) {
        if ((traits & Folding.SILENT) != 0) {
            return true;
        }
        if ((traits & Folding.APOSTROPHE) != 0) {
            return !splitAtApostrophe && isLetter(in, i - 1) && isLetter(in, i + 1);
        }
        return in[i] == '.'
                && isLetter(in, i - 1)
                && !isLetter(in, i - 2)
                && isLetter(in, i + 1)
                && !isLetter(in, i + 2);
    }

    private static boolean isLetter(char[] in, int i) {
        return i >= 0 && i < in.length && (Folding.traits(in[i]) & Folding.LETTER) != 0;
    }

    /** The words with a space between, but where they are joined. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) {
            text.append(i == 0 || joined[i] ? "" : " ").append(word(i));
        }
        return text.toString();
    }
}
