package dev.dateline.pipeline.feed;

/**
 * How much of a feed is read; what is beyond is left out, never an error.
 *
 * @param bytes of a compressed sitemap, once decompressed
 * @param entries items of the feed
 * @param depth nesting of elements or objects
 * @param title characters of a title or another short text
 * @param text characters of a summary or content
 * @param values links, authors or categories of one item
 */
record FeedLimits(int bytes, int entries, int depth, int title, int text, int values) {
    static final FeedLimits DEFAULT = new FeedLimits(10 << 20, 1_000, 100, 1_000, 200_000, 100);

    /** Cuts a text, never between the halves of a surrogate pair. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
