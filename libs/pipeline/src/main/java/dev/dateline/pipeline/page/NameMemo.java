package dev.dateline.pipeline.page;

import java.util.function.ToIntFunction;

/**
 * Remembers what was said of names. Sites repeat their names on every page, so most answers are here; a new name takes
 * the place of an old one, so that a site that makes up names cannot fill the memory. Thread-safe: an entry never changes,
 * and to miss the entry of another thread only costs time.
 */
final class NameMemo {
    private static final int PLACES = 1 << 12;
    /** Longer values are made up by machines and do not come again. */
    private static final int LONGEST = 400;

    private record Entry(String names, int said) {}

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
        if (known == null || !known.names.equals(names)) {
            known = new Entry(names, judge.applyAsInt(names));
            entries[place] = known;
        }
        return known.said;
    }
}
