package dev.dateline.console.desk;

import java.util.Locale;

/** What became of an article, as its line in the feed says. */
public enum Fate {
    /** It went on to subscribers. */
    ORIGINAL,
    /** Another article said it first. */
    COPY,
    /** A stage left it out, for a reason that it gives. */
    DROPPED,
    /** It surprised a stage. */
    DEAD;

    /** The name as addresses show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
