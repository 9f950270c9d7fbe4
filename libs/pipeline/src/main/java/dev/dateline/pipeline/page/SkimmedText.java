package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.ElementKind.Trait;
import org.jspecify.annotations.Nullable;

/** Passes over the text of a page, and leaves out the white space that says nothing: pages are full of it. */
final class SkimmedText {
    /** A shorter run of white space is not worth leaving out. */
    private static final int RUN = 4;

    private final byte[] page;
    private final RawText raw;
    private final TagReader tag;
    private final ByteRanges kept;
    private final PlainTree tree;
    /** Whether a block began or ended last, and no text came since. */
    private boolean isBehindBlock = true;
    /** Whether an element began last, and no text came since. */
    private boolean isBehindStart;

    SkimmedText(byte[] page, RawText raw, TagReader tag, ByteRanges kept, PlainTree tree) {
        this.page = page;
        this.raw = raw;
        this.tag = tag;
        this.kept = kept;
        this.tree = tree;
    }

    /** Whether what follows parts no texts when it is left out. */
    boolean isBehindStart() {
        return isBehindStart;
    }

    void passStart(@Nullable ElementKind kind) {
        isBehindStart = true;
        isBehindBlock = kind != null && (kind.is(Trait.EDGE) || (isBehindBlock && kind.is(Trait.UNSEEN)));
    }

    void passEnd(@Nullable ElementKind kind) {
        isBehindStart = false;
        isBehindBlock = kind != null && kind.is(Trait.EDGE);
    }

    /** Notes an element with text that is no markup: behind it, nothing begins. */
    void passRaw() {
        isBehindStart = false;
    }

    void passDrawing() {
        isBehindBlock = false;
    }

    /** Passes over text; gives the place of the markup behind it, or {@link TagReader#NONE} when it is the last. */
    int pass(int from) {
        int open = raw.next(from, (byte) '<');
        if (open < 0) {
            tree.text(from, page.length, spaceEnd(from) == page.length);
        }
        if (open <= from) {
            return open;
        }
        int begin = spaceEnd(from);
        if (begin == open) {
            leaveOutSpace(from, open, (isBehindBlock || isBlock(open)) && !isBehindSign(from));
            return open;
        }
        int end = open;
        while (TagReader.isSpace(page[end - 1])) {
            end--;
        }
        leaveOutSpace(from, begin, false);
        tree.text(begin, end, false);
        leaveOutSpace(end, open, false);
        isBehindBlock = false;
        isBehindStart = false;
        return open;
    }

    /** Passes over a bracket that is no markup; gives the place behind it. */
    int passSign(int at) {
        isBehindBlock = false;
        isBehindStart = false;
        int behind = spaceEnd(at + 1);
        if (behind < page.length && page[behind] == '<') {
            tree.unsure(); // What stands there may be left out, and the bracket be markup then.
        }
        tree.text(at, at + 1, false);
        return at + 1;
    }

    private boolean isBehindSign(int at) {
        return at > 0 && page[at - 1] == '<';
    }

    /** At the edge of a block white space is no text; elsewhere it is one space. */
    private void leaveOutSpace(int from, int to, boolean isEdge) {
        if (isEdge) {
            kept.leaveOut(from, to);
        } else if (to - from > RUN) {
            kept.leaveOut(from + 1, to);
            tree.text(from, from + 1, true);
        } else {
            tree.text(from, to, true);
        }
    }

    private int spaceEnd(int from) {
        int at = from;
        while (at < page.length && TagReader.isSpace(page[at])) {
            at++;
        }
        return at;
    }

    private boolean isBlock(int open) {
        int name = open + 1 < page.length && page[open + 1] == '/' ? open + 2 : open + 1;
        var kind = tag.kindAt(name);
        return kind != null && kind.is(Trait.EDGE);
    }
}
