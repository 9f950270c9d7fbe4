package dev.dateline.pipeline;

import java.util.Locale;

/**
 * Why a record ends at a stage although nothing went wrong. A closed set: each value is a metric label, a column in the
 * database and a word in the documentation.
 */
public enum DropReason {
    /** The body is no HTML: an image, a PDF, a feed. */
    NOT_HTML,
    /** There is no body, or nothing readable in it. */
    EMPTY,
    /** The page is larger than the limits allow. */
    TOO_LARGE,
    /** Less text than an article of its language has. */
    TOO_SHORT,
    /** A section front, gallery, error page or login wall. */
    NOT_AN_ARTICLE,
    /** The same content as the latest version. */
    UNCHANGED,
    /** Fetched before the latest version: a retry or an archive. */
    SUPERSEDED,
    /** The very record that was judged before. */
    REDELIVERED,
    /** A withdrawal of an article that was never seen, or is withdrawn already. */
    NOTHING_TO_WITHDRAW,
    /** An operator took the article down. */
    TAKEN_DOWN,
    /** A dead letter of another stage that came back on a topic that both read. */
    RETRY_OF_ANOTHER_STAGE;

    /** The name as metrics and tables show it: {@code too_short}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
