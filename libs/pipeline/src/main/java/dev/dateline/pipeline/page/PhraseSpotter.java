package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spots many phrases in a text in one pass: says which groups of phrases occur, as bits. Upper and lower case are the same.
 * A phrase is looked for only where its first two characters stand, so that most characters of a text cost one look at a
 * table; unlike {@link WordSpotter} it takes phrases of any script.
 */
final class PhraseSpotter {
    private static final int PLACES = 1 << 10;

    /** A phrase, and the next one that may begin where it does. */
    private record Entry(
            String phrase, long groups, @Nullable Entry next) {}

    private final @Nullable Entry[] places = new @Nullable Entry[PLACES];
    /** What phrases begin with: spares nearly all places of a text the look at the table above. */
    private final CharPairs beginnings = new CharPairs();
    /** The phrases of one character. */
    private final List<Entry> single = new ArrayList<>();

    /** Makes a spotter whose groups are the bits 1, 2, 4 and so on, in this order. */
    @SafeVarargs
    static PhraseSpotter of(Collection<String>... groups) {
        return of(Arrays.asList(groups));
    }

    static PhraseSpotter of(List<? extends Collection<String>> groups) {
        if (groups.size() > Long.SIZE) {
            throw new IllegalArgumentException("at most " + Long.SIZE + " groups, not " + groups.size());
        }
        var spotter = new PhraseSpotter();
        for (int i = 0; i < groups.size(); i++) {
            for (var phrase : groups.get(i)) {
                spotter.add(phrase, 1L << i);
            }
        }
        return spotter;
    }

    /** Gives the bits of all groups that a phrase in the text belongs to. */
    long groupsIn(String text) {
        long found = 0;
        for (var entry : single) {
            found |= text.indexOf(entry.phrase()) >= 0 ? entry.groups() : 0;
        }
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (beginnings.mayHave(before, c)) {
                found |= groupsAt(text, i - 1, before, c, found);
            }
            before = c;
        }
        return found;
    }

    /** The groups, but for those that were found, of the phrases that stand at a place where two characters are. */
    private long groupsAt(String text, int at, char first, char second, long known) {
        long found = 0;
        for (var entry = places[place(lower(first), lower(second))]; entry != null; entry = entry.next()) {
            found |= (known & entry.groups()) == 0 && isAt(text, at, entry.phrase()) ? entry.groups() : 0;
        }
        return found;
    }

    private void add(String phrase, long groups) {
        if (phrase.length() == 1) {
            single.add(new Entry(phrase, groups, null));
        } else if (!phrase.isEmpty()) {
            char first = lower(phrase.charAt(0));
            char second = lower(phrase.charAt(1));
            int place = place(first, second);
            places[place] = new Entry(phrase, groups, places[place]);
            beginnings.add(first, second);
        }
    }

    private static boolean isAt(String text, int at, String phrase) {
        if (at < 0 || at + phrase.length() > text.length()) {
            return false;
        }
        for (int i = phrase.length() - 1; i >= 0; i--) {
            if (lower(text.charAt(at + i)) != lower(phrase.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int place(char first, char second) {
        int hash = first * 31 + second;
        return (hash ^ (hash >>> 10)) & (PLACES - 1);
    }

    private static char lower(char c) {
        return c >= 128 ? Character.toLowerCase(c) : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
