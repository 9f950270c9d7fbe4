package dev.dateline.pipeline.page.learn;

import dev.dateline.pipeline.page.Line;
import dev.dateline.pipeline.page.TextSize;

/**
 * The words of titles as 64 bits, one for each word by its hash: what several titles have in common is the intersection of
 * their bits. In scripts without spaces each character is a word.
 */
final class TitleWords {
    /** The words of no title yet: every title has them in common. */
    static final long ANY = -1;

    /** 2^32 divided by the golden ratio: spreads hashes that differ in their low bits only. */
    private static final int SPREAD = 0x9E3779B9;

    private TitleWords() {}

    static long of(String title) {
        long words = 0;
        for (var word : Line.plain(title).split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            words |= TextSize.isDense(word.codePointAt(0))
                    ? word.codePoints().mapToLong(TitleWords::bit).reduce(0, (some, more) -> some | more)
                    : bit(word.hashCode());
        }
        return words;
    }

    /** The upper six bits choose the bit. */
    private static long bit(int hash) {
        return 1L << (hash * SPREAD >>> 26);
    }
}
