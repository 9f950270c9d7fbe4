package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jsoup.nodes.Attributes;
import org.jspecify.annotations.Nullable;

/** The attributes of a tag: where those stand in the page that are left out, and what those say that are read. */
final class TagAttributes {
    /** Places of each attribute: where its name begins and ends, and its value. */
    private static final int PLACES = 4;
    /** More are left to the parser: each is held against those before it. */
    private static final int FEW = 32;

    private final byte[] page;
    private int[] places = new int[16 * PLACES];
    private int count;
    private int[] unread = new int[64];
    private int unreadCount;

    TagAttributes(byte[] page) {
        this.page = page;
    }

    void clear() {
        count = 0;
        unreadCount = 0;
    }

    /** Notes an attribute by the places of its name and its value. */
    void note(int nameFrom, int nameTo, int from, int to) {
        places = count == places.length ? Arrays.copyOf(places, count * 2) : places;
        places[count++] = nameFrom;
        places[count++] = nameTo;
        places[count++] = from;
        places[count++] = to;
    }

    boolean areFew() {
        return count <= FEW * PLACES;
    }

    /** Notes an attribute that nothing asks for, by where it begins and ends. */
    void noteUnread(int from, int to) {
        unread = unreadCount == unread.length ? Arrays.copyOf(unread, unreadCount * 2) : unread;
        unread[unreadCount++] = from;
        unread[unreadCount++] = to;
    }

    void leaveOutUnread(ByteRanges kept) {
        for (int i = 0; i < unreadCount; i += 2) {
            kept.leaveOut(unread[i], unread[i + 1]);
        }
    }

    /** Gives what was noted, or null when it is nothing. */
    @Nullable
    Attributes read() {
        if (count == 0) {
            return null;
        }
        var attributes = new Attributes();
        for (int i = 0; i < count; i += PLACES) {
            var name = name(places[i], places[i + 1]);
            int from = places[i + 2];
            if (!attributes.hasKey(name)) {
                attributes.add(name, value(from, places[i + 3]));
            }
        }
        return attributes;
    }

    /** The value between two places, or null where there is none: an empty one is one between quotes only. */
    private @Nullable String value(int from, int to) {
        if (from == to && page[from - 1] != '"' && page[from - 1] != '\'') {
            return null;
        }
        var value = MarkupText.text(page, from, to, true);
        return value.indexOf(0) < 0 ? value : value.replace('\0', '\uFFFD');
    }

    /** Whether a name has letters in upper case. */
    boolean hasUpperCase() {
        for (int i = 0; i < count; i += PLACES) {
            var name = text(places[i], places[i + 1]);
            if (!name.equals(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private String name(int from, int to) {
        var known = ReadAttributes.name(page, from, to);
        return known != null ? known : text(from, to).toLowerCase(Locale.ROOT);
    }

    private String text(int from, int to) {
        return new String(page, from, to - from, StandardCharsets.UTF_8);
    }
}
