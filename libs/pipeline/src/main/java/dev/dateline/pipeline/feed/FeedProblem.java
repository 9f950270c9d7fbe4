package dev.dateline.pipeline.feed;

import java.util.Locale;

/**
 * Why a document is no feed.
 *
 * @param detail what was found instead, for people
 */
public record FeedProblem(Kind kind, String detail) implements FeedResult {

    /** A closed set: each value is a metric label. */
    public enum Kind {
        /** Nothing but white space. */
        EMPTY,
        /** A web page: often an error, a login or a moved feed. */
        WEB_PAGE,
        /** XML, but neither RSS nor Atom. */
        OTHER_XML,
        /** JSON that does not parse. */
        BAD_JSON,
        /** JSON, but no JSON Feed. */
        OTHER_JSON,
        /** Neither XML nor JSON. */
        NO_MARKUP;

        /** The name as metrics and tables show it: {@code web_page}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
