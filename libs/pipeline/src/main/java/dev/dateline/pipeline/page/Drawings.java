package dev.dateline.pipeline.page;

/** Finds where drawings end in the bytes of a page: nothing reads what is in them. */
final class Drawings {
    private static final long SVG = ByteName.of("svg");
    /** What a drawing is made of; anything else in it is markup of the page, which someone forgot to separate. */
    private static final ByteName.Names DRAWN =
            new ByteName.Names(("g path circle rect line polygon polyline ellipse defs use symbol title desc text tspan"
                            + " stop mask clippath filter image pattern lineargradient radialgradient animate"
                            + " animatetransform metadata marker view style feblend fecolormatrix fecomponenttransfer"
                            + " fecomposite fefunca fefuncb fefuncg fefuncr fegaussianblur feoffset feflood")
                    .split(" "));

    private final byte[] page;
    private final RawText raw;
    private final TagReader tag;
    /** No drawing begins before this place and ends: looked for once, or a page could make it take for ever. */
    private int none;

    private int end;

    Drawings(byte[] page, RawText raw, TagReader tag) {
        this.page = page;
        this.raw = raw;
        this.tag = tag;
    }

    /**
     * Finds the end tag of a drawing.
     *
     * @param open where its start tag begins
     * @param from where that ends
     * @return the place, or {@link TagReader#NONE} when it holds anything else, or does not end
     */
    int close(int open, int from) {
        if (open < none) {
            return TagReader.NONE;
        }
        int depth = 1;
        for (int at = raw.next(from, (byte) '<'); at >= 0 && at + 2 < page.length; at = raw.next(end, (byte) '<')) {
            boolean closes = page[at + 1] == '/';
            boolean isTag = page[at + 1] != '!';
            end = isTag ? tag.read(closes ? at + 2 : at + 1) : commentEnd(at);
            if (end < 0 || (isTag && tag.name() != SVG && !DRAWN.has(tag.name()))) {
                none = at;
                return TagReader.NONE;
            }
            depth += !isTag || tag.name() != SVG || tag.isClosed() ? 0 : closes ? -1 : 1;
            if (depth == 0) {
                return at;
            }
        }
        none = page.length;
        return TagReader.NONE;
    }

    private int commentEnd(int at) {
        boolean isComment = at + 3 < page.length && page[at + 2] == '-' && page[at + 3] == '-';
        return isComment ? raw.commentEnd(at + 2) : TagReader.NONE;
    }

    /** The place behind the drawing whose end tag was found last. */
    int end() {
        return end;
    }
}
