package dev.dateline.console.desk;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Which words a text has, whatever their case.
 *
 * <p>Idea: four bytes for each word, its hash, so that the words of ten thousand whole articles fit into some megabytes. Trade-off: two
 * words may share a hash, and an article is then found that has the other one; that hardly ever happens among the words of one text.
 * Chinese and Japanese have no spaces: every character is a word, and so is every pair that stands together.
 */
public final class Words {
    public static final Words NONE = new Words(new int[0]);

    private static final Set<UnicodeScript> UNSPACED =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private final int[] hashes;

    private Words(int[] hashes) {
        this.hashes = hashes;
    }

    /** The words of some texts. */
    public static Words of(String... texts) {
        var hashes = IntStream.builder();
        for (var text : texts) {
            split(text, word -> hashes.add(word.hashCode()));
        }
        return new Words(hashes.build().sorted().distinct().toArray());
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return hashes.length == 0;
    }

    /** Whether all words of another text are among them. */
    public boolean hasAll(Words others) {
        return Arrays.stream(others.hashes).allMatch(this::has);
    }

    /** Whether some word of another text is among them. */
    public boolean hasAny(Words others) {
        return Arrays.stream(others.hashes).anyMatch(this::has);
    }

    private boolean has(int hash) {
        return Arrays.binarySearch(hashes, hash) >= 0;
    }

    private static void split(String text, Consumer<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        var begin = 0;
        while (begin < lower.length()) {
            var first = lower.codePointAt(begin);
            var end = begin + Character.charCount(first);
            if (isUnspaced(first)) {
                words.accept(lower.substring(begin, end));
                if (end < lower.length() && isUnspaced(lower.codePointAt(end))) {
                    words.accept(lower.substring(begin, end + Character.charCount(lower.codePointAt(end))));
                }
            } else if (isOfWord(first)) {
                end = endOfWord(lower, end);
                words.accept(lower.substring(begin, end));
            }
            begin = end;
        }
    }

    private static int endOfWord(String text, int from) {
        var end = from;
        while (end < text.length()) {
            var next = text.codePointAt(end);
            if (!isOfWord(next) || isUnspaced(next)) {
                break;
            }
            end += Character.charCount(next);
        }
        return end;
    }

    /** Marks make letters of letters, such as the vowels of Hindi. */
    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int c) {
        return c >= 0x3040 && UNSPACED.contains(UnicodeScript.of(c));
    }
}
