package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The formatting elements of a page whose end tag did not come yet (HTML standard, 13.2.4.3): where a block closes them
 * before, they go on behind it.
 */
final class ActiveFormatting {
    /** An element, or a marker: what is before it does not go on behind it. */
    private record Entry(
            @Nullable Element element, @Nullable ElementKind kind) {}

    private static final Entry MARKER = new Entry(null, null);
    /** Of so many of a kind the standard may drop one; the parser looks at no more to go on with. */
    private static final int FEW = 3;

    private static final int MOST = 12;

    private final List<Entry> entries = new ArrayList<>();

    /** Adds an element that was opened; false when the list is no plain one any more. */
    boolean add(Element element, ElementKind kind) {
        int alike = 0;
        for (int i = entries.size() - 1; i >= 0 && entries.get(i) != MARKER; i--) {
            alike += entries.get(i).kind == kind ? 1 : 0;
        }
        entries.add(new Entry(element, kind));
        return alike < FEW && entries.size() <= MOST;
    }

    void mark() {
        entries.add(MARKER);
    }

    void clearToMarker() {
        while (!entries.isEmpty() && entries.remove(entries.size() - 1) != MARKER) {}
    }

    /** The last element of a kind behind the last marker. */
    @Nullable
    Element last(ElementKind kind) {
        for (int i = entries.size() - 1; i >= 0 && entries.get(i) != MARKER; i--) {
            if (entries.get(i).kind == kind) {
                return entries.get(i).element;
            }
        }
        return null;
    }

    boolean has(Element element) {
        return placeOf(element) >= 0;
    }

    void remove(Element element) {
        int place = placeOf(element);
        if (place >= 0) {
            entries.remove(place);
        }
    }

    private int placeOf(Element element) {
        int at = entries.size() - 1;
        while (at >= 0 && entries.get(at).element != element) {
            at--;
        }
        return at;
    }

    int size() {
        return entries.size();
    }

    /** The place of the first element, from the end on, of those that a block has closed; the size when there is none. */
    int firstClosed(OpenElements open) {
        int from = entries.size();
        while (from > 0 && isClosed(entries.get(from - 1), open)) {
            from--;
        }
        return from;
    }

    /** Puts a copy of an element in its place. */
    Element again(int place, ElementKind kind) {
        var closed = Objects.requireNonNull(entries.get(place).element, "marker");
        var again = new Element(kind.tag, null, closed.attributes().clone());
        entries.set(place, new Entry(again, kind));
        return again;
    }

    ElementKind kind(int place) {
        return Objects.requireNonNull(entries.get(place).kind, "marker");
    }

    private static boolean isClosed(Entry entry, OpenElements open) {
        return entry.element != null && open.placeOf(entry.element) == OpenElements.NONE;
    }
}
