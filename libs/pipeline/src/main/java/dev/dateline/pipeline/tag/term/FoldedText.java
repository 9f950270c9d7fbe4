package dev.dateline.pipeline.tag.term;

import java.util.Arrays;

/**
 * A text in the form that terms are compared in, with the way back to the original.
 *
 * <p>Words are runs of letters and digits, divided by one space each; a Han character is a word of its own without
 * spaces, since Chinese has none. Apostrophes inside a word vanish (Oʻzbekiston, Russia's), as do the full stops of an
 * abbreviation (U.S.), so offsets of the two texts differ: {@link #sourceStart} and {@link #sourceEnd} convert.
 */
public final class FoldedText {
    private final String source;
    private final char[] chars;
    private final int[] offsets;
    private final int length;
    private int upper;
    private int lower;

    private FoldedText(String source, boolean splitAtApostrophe) {
        this.source = source;
        this.chars = new char[source.length() * 2 + 1];
        this.offsets = new int[chars.length];
        this.length = fold(splitAtApostrophe);
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

    int length() {
        return length;
    }

    char at(int position) {
        return chars[position];
    }

    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** True where a word begins. */
    boolean isStart(int position) {
        return position < length
                && chars[position] != ' '
                && (position == 0
                        || chars[position - 1] == ' '
                        || Folding.isHan(chars[position])
                        || Folding.isHan(chars[position - 1]));
    }

    /** True where the source has a capital letter. */
    boolean isCapital(int position) {
        return Character.isUpperCase(source.charAt(offsets[position]));
    }

    /** True behind the last character of a word. */
    boolean isEnd(int position) {
        return position == length
                || chars[position] == ' '
                || Folding.isHan(chars[position])
                || (position > 0 && Folding.isHan(chars[position - 1]));
    }

    /** The end of the word that a position lies in or ends. */
    int wordEnd(int position) {
        var end = position;
        while (!isEnd(end)) {
            end++;
        }
        return end;
    }

    int sourceStart(int position) {
        return offsets[position];
    }

    /** The offset in the source behind a folded position; an abbreviation's inner stops are inside, its last is not. */
    int sourceEnd(int position) {
        return offsets[position - 1] + 1;
    }

    /** True when letters are nearly all capitals, so that case says nothing. */
    public boolean isAllCapitals() {
        return upper > 3 && lower * 10 < upper;
    }

    /** How many letters and digits the text has: a measure of length that no layout changes. */
    public int size() {
        return length;
    }

    private int fold(boolean splitAtApostrophe) {
        var out = 0;
        for (var i = 0; i < source.length(); i++) {
            var c = source.charAt(i);
            if (Character.isLetterOrDigit(c) && !Folding.isApostrophe(c)) {
                count(c);
                out = put(out, Folding.fold(c), i);
                if (c == 'ß') {
                    chars[out - 1] = 's';
                    out = put(out, 's', i);
                }
            } else if (!vanishes(c, i, splitAtApostrophe) && out > 0 && chars[out - 1] != ' ') {
                out = put(out, ' ', i);
            }
        }
        return out > 0 && chars[out - 1] == ' ' ? out - 1 : out;
    }

    private void count(char c) {
        if (Character.isUpperCase(c)) {
            upper++;
        } else if (Character.isLowerCase(c)) {
            lower++;
        }
    }

    private int put(int out, char c, int offset) {
        if (c == 0) {
            return out;
        }
        chars[out] = c;
        offsets[out] = offset;
        return out + 1;
    }

    private boolean vanishes(char c, int i, boolean splitAtApostrophe) {
        if (Folding.isMark(c) || Folding.isInvisible(c)) {
            return true;
        }
        if (Folding.isApostrophe(c)) {
            return !splitAtApostrophe && isLetter(i - 1) && isLetter(i + 1);
        }
        return c == '.' && isLetter(i - 1) && !isLetter(i - 2) && isLetter(i + 1) && !isLetter(i + 2);
    }

    private boolean isLetter(int i) {
        return i >= 0
                && i < source.length()
                && Character.isLetter(source.charAt(i))
                && !Folding.isApostrophe(source.charAt(i));
    }

    @Override
    public String toString() {
        return new String(Arrays.copyOf(chars, length));
    }
}
