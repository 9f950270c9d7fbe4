package dev.dateline.pipeline.page;

import java.util.function.ToIntFunction;

/**
 * Remembers what was said of names. Pages repeat theirs, so most answers are here; a new name takes the place of an old
 * one, so that a site that makes up names cannot fill the memory. Thread-safe: an entry never changes,
 * and to miss the entry of another thread only costs time.
 */
final class NameMemo {
    /** Room for the names of a few pages, and no more: what fits into the cache is faster than what was said long ago. */
    private static final int PLACES = 1 << 11;
    /** Longer values are made up by machines and do not come again. */
    private static final int LONGEST = 400;

    private record Entry(int hash, String names, int said) {}

    private final Entry[] entries = new Entry[PLACES];
    private final ToIntFunction<String> judge;

    NameMemo(ToIntFunction<String> judge) {
        this.judge = judge;
    }

    int of(String names) {
        if (names.isEmpty()) {
            return 0;
        }
        if (names.length() > LONGEST) {
            return judge.applyAsInt(names);
        }
        int hash = names.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        var known = entries[place];
        if (known == null || known.hash != hash || !known.names.equals(names)) {
            known = new Entry(hash, names, judge.applyAsInt(names));
            entries[place] = known;
        }
        return known.said;
    }
}
