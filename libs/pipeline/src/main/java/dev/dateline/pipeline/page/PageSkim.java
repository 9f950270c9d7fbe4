package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Passes once over the bytes of a page before it is parsed, and leaves out what no reader asks for: comments, styles,
 * scripts (whose text is kept apart), drawings, most attributes, runs of white space.
 *
 * <p>Parsing costs more than anything else that is done to a page, and half of a page is of this kind. It must be told apart as
 * the parser would do it, so where that is not plain (an element that is not closed, a broken tag) the rest of the page
 * stays as it is: slower, but never wrong.
 */
final class PageSkim {
    private static final long SCRIPT = ByteName.of("script");
    private static final long STYLE = ByteName.of("style");
    private static final long SVG = ByteName.of("svg");
    private static final long LINK = ByteName.of("link");
    private static final long META = ByteName.of("meta");
    private static final long SOURCE = ByteName.of("source");
    private static final long INPUT = ByteName.of("input");
    /** Elements whose text is no markup. */
    private static final ByteName.Names RAW =
            new ByteName.Names("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes");
    /** Elements that begin and end a block of text ({@link BlockReader}), or have none. */
    private static final ByteName.Names BLOCKS = new ByteName.Names(
            ("html head body br div p section article header footer nav aside main h1 h2 h3 h4 h5 h6 ul"
                            + " ol li dl dt dd table tbody thead tfoot tr form fieldset figure figcaption blockquote hr"
                            + " option")
                    .split(" "));
    /** Elements that no reader sees: text goes on behind them. */
    private static final ByteName.Names UNSEEN = new ByteName.Names("script", "style", "meta", "link", "title", "base");

    private static final ByteName.Names LAST = new ByteName.Names("plaintext");
    /** A shorter run of white space is not worth leaving out. */
    private static final int RUN = 4;

    private final byte[] page;
    private final ByteRanges kept = new ByteRanges();
    private final List<Script> scripts = new ArrayList<>();
    private final RawText raw;
    private final TagReader tag;
    private final Drawings drawings;
    /** Whether a block began or ended last, and no text came since. */
    private boolean isBehindBlock = true;
    /** Whether an element began last, and no text came since. */
    private boolean isBehindStart;

    private PageSkim(byte[] page) {
        this.page = page;
        this.raw = new RawText(page);
        this.tag = new TagReader(page, raw);
        this.drawings = new Drawings(page, raw, tag);
    }

    /** Skims a page in UTF-8. */
    static PageSkim of(byte[] page) {
        var skim = new PageSkim(page);
        int at = skim.text(0);
        while (at >= 0) {
            at = skim.markup(at);
            at = at < 0 ? at : skim.text(at);
        }
        skim.kept.end(page.length);
        return skim;
    }

    /** What is left of the page. */
    ByteRanges kept() {
        return kept;
    }

    /** The scripts that were left out, but for those that stand elsewhere. */
    List<Script> scripts() {
        return scripts;
    }

    /** Passes over text; gives the place of the markup behind it. */
    private int text(int from) {
        int open = raw.next(from, (byte) '<');
        if (open <= from) {
            return open;
        }
        int begin = spaceEnd(from);
        if (begin == open) {
            leaveOutSpace(from, open, isBehindBlock || isBlock(open));
            return open;
        }
        int end = open;
        while (TagReader.isSpace(page[end - 1])) {
            end--;
        }
        leaveOutSpace(from, begin, false);
        leaveOutSpace(end, open, false);
        isBehindBlock = false;
        isBehindStart = false;
        return open;
    }

    /** At the edge of a block white space is no text, and pages are full of it; elsewhere it is one space. */
    private void leaveOutSpace(int from, int to, boolean isEdge) {
        if (isEdge) {
            kept.leaveOut(from, to);
        } else if (to - from > RUN) {
            kept.leaveOut(from + 1, to);
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
        return BLOCKS.has(tag.nameAt(name));
    }

    /** Passes over what begins here; gives the place behind it, or {@link TagReader#NONE} when it is not plain. */
    private int markup(int open) {
        if (open + 1 >= page.length) {
            return TagReader.NONE;
        }
        byte next = page[open + 1];
        if (isLetter(next)) {
            return startTag(open);
        }
        if (next == '/') {
            return open + 2 < page.length && isLetter(page[open + 2]) ? endTag(open + 2) : bogus(open);
        }
        return next == '!' ? declaration(open) : next == '?' ? bogus(open) : open + 1;
    }

    private int startTag(int open) {
        int end = tag.read(open + 1);
        long name = tag.name();
        if (end < 0 || LAST.has(name)) {
            return TagReader.NONE;
        }
        if (name == SVG) {
            return drawing(open, end);
        }
        if (isUnasked(name)) {
            kept.leaveOut(open, end);
            return end;
        }
        isBehindStart = true;
        isBehindBlock = BLOCKS.has(name) || (isBehindBlock && UNSEEN.has(name));
        if (RAW.has(name)) {
            return tag.isClosed() ? TagReader.NONE : rawElement(open, end);
        }
        tag.leaveOutUnread(kept);
        return end;
    }

    /** Whether the tag is an element without text that no reader asks for, and its absence joins no texts. */
    private boolean isUnasked(long name) {
        return (name == META && !tag.isAsked())
                || (name == LINK && !tag.hasItemprop() && !tag.rel().equalsIgnoreCase("canonical"))
                || (isBehindStart
                        && (name == SOURCE
                                || (name == INPUT && !tag.type().strip().equalsIgnoreCase(ArticleCheck.PASSWORD))));
    }

    private int endTag(int name) {
        int end = tag.read(name);
        isBehindBlock = BLOCKS.has(tag.name());
        isBehindStart = false;
        return end;
    }

    private int rawElement(int open, int from) {
        long name = tag.name();
        isBehindStart = false;
        int close = name == SCRIPT ? raw.scriptEnd(from) : raw.end(from, name(open + 1));
        int gt = close < 0 ? close : raw.next(close, (byte) '>');
        if (gt < 0) {
            return TagReader.NONE;
        }
        if (name == STYLE || (name == SCRIPT && isNoted(from, close))) {
            kept.leaveOut(open, gt + 1);
        }
        return gt + 1;
    }

    /** Keeps a script's text apart; a type with an entity is the parser's to read. */
    private boolean isNoted(int from, int to) {
        if (tag.type().indexOf('&') >= 0) {
            return false;
        }
        var script = Script.of(tag.type(), page, from, to);
        if (script.isJsonLd() || !tag.hasSource()) {
            scripts.add(script);
        }
        return true;
    }

    /** A drawing goes whole where it parts no text, else it is left empty. */
    private int drawing(int open, int from) {
        int close = tag.isClosed() ? TagReader.NONE : drawings.close(open, from);
        if (close >= 0 && isBehindStart) {
            kept.leaveOut(open, drawings.end());
            return drawings.end();
        }
        isBehindBlock = false;
        if (close < 0) {
            return from;
        }
        kept.leaveOut(open + "<svg".length(), from - 1);
        kept.leaveOut(from, close);
        return drawings.end();
    }

    private int declaration(int open) {
        boolean isComment = open + 3 < page.length && page[open + 2] == '-' && page[open + 3] == '-';
        if (!isComment) {
            return bogus(open);
        }
        int end = raw.commentEnd(open + 2);
        if (end >= 0) {
            kept.leaveOut(open, end);
        }
        return end;
    }

    /** What is no tag and no comment ends at the next bracket. */
    private int bogus(int open) {
        int end = raw.next(open, (byte) '>');
        return end < 0 ? end : end + 1;
    }

    private byte[] name(int from) {
        int to = from;
        while (isLetter(page[to])) {
            to++;
        }
        var name = new byte[to - from];
        for (int i = 0; i < name.length; i++) {
            name[i] = (byte) (page[from + i] | 0x20);
        }
        return name;
    }

    private static boolean isLetter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }
}
