package dev.dateline.pipeline.dedup;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Set;

/**
 * Cuts a normalised text into overlapping runs of words, as hashes (Broder, On the resemblance and containment of
 * documents, 1997).
 *
 * <p>Three words: with one word in eight exchanged two thirds of the shingles survive (of five-word shingles only
 * half), while independent reports of one event still share few. Scripts that put no spaces between words are cut
 * into single characters and five of these make a shingle, which is about as much text as three words.
 */
final class Shingles {
    static final int WORDS = 3;
    static final int CHARACTERS = 5;

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final int FIRST_UNSPACED = 0x0E00;
    private static final Hasher64 HASHER = Hashing.komihash5_0();
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final String text;
    private long[] tokens = new long[256];
    private int count;
    private int characters;

    private Shingles(String normalised) {
        text = normalised;
    }

    /** Cuts a normalised text. */
    static Shingles of(String normalised) {
        var shingles = new Shingles(normalised);
        shingles.cut();
        return shingles;
    }

    /** Gives the distinct shingles; one for all of the text when it is shorter than a shingle. */
    long[] distinct() {
        return runs(isUnspaced() ? CHARACTERS : WORDS);
    }

    /**
     * Gives the distinct words; pairs of characters where no spaces tell words apart. What was reworded keeps most of its words,
     * while a report of one's own has other words wherever it has other sentences.
     */
    long[] words() {
        return runs(isUnspaced() ? 2 : 1);
    }

    private void cut() {
        int start = 0;
        for (int at = 0, next; at < text.length(); at = next) {
            int point = text.codePointAt(at);
            next = at + Character.charCount(point);
            boolean unspaced = isUnspaced(point);
            if (!unspaced && isWordPart(point)) {
                continue;
            }
            add(start, at);
            if (unspaced) {
                add(at, next);
                characters++;
            }
            start = next;
        }
        add(start, text.length());
    }

    private void add(int start, int end) {
        if (start < end) {
            if (count == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * count);
            }
            tokens[count++] = HASHER.hashCharsToLong(text.subSequence(start, end));
        }
    }

    private boolean isUnspaced() {
        return 2 * characters > count;
    }

    private long[] runs(int wanted) {
        if (count == 0) {
            return new long[0];
        }
        int length = Math.min(count, wanted);
        var shingles = new long[count - length + 1];
        for (int i = 0; i < shingles.length; i++) {
            shingles[i] = join(i, length);
        }
        return Arrays.stream(shingles).sorted().distinct().toArray();
    }

    /** Order counts: each step multiplies before it adds. The last step spreads the sum over all bits. */
    private long join(int from, int length) {
        long sum = 0;
        for (int i = from; i < from + length; i++) {
            sum = (sum + tokens[i]) * MULTIPLIER;
            sum ^= sum >>> 32;
        }
        return sum;
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isUnspaced(int point) {
        return point >= FIRST_UNSPACED && Character.isLetter(point) && UNSPACED.contains(UnicodeScript.of(point));
    }
}
