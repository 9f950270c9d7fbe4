package dev.dateline.standalone.command;

import dev.dateline.schema.FetchVisit;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells people what the fetchers remember of an address. */
final class VisitText {
    private VisitText() {}

    static void print(FetchVisit visit, PrintWriter out) {
        out.println(visit.getUrl());
        line(out, "is", (visit.getFeed() ? "the feed of " : "a page of ") + visit.getSourceId());
        line(out, "first seen", visit.getFirstSeen());
        line(out, "last asked", asked(visit));
        line(out, "asked next", visit.getNextAttempt() == null ? "not any more" : visit.getNextAttempt());
        line(out, "moved to", visit.getMovedTo());
        line(out, "redirected by", visit.getVia().isEmpty() ? null : String.join(", ", visit.getVia()));
        line(out, "listed at", visit.getListedAt());
        line(out, "article", article(visit));
        out.flush();
    }

    private static String asked(FetchVisit visit) {
        if (visit.getOutcome() == null && visit.getHttpStatus() == null) {
            return "never";
        }
        var failures = visit.getConsecutiveFailures();
        return visit.getLastAttempt()
                + (visit.getOutcome() == null ? "" : ", " + visit.getOutcome().replace('_', ' '))
                + (visit.getHttpStatus() == null ? "" : ", HTTP " + visit.getHttpStatus())
                + (failures == 0 ? "" : ", failure " + failures + " in a row");
    }

    private static @Nullable String article(FetchVisit visit) {
        return visit.getArticleId() == null
                ? null
                : visit.getArticleId() + ", " + visit.getStatus().name().toLowerCase(Locale.ROOT);
    }

    private static void line(PrintWriter out, String name, @Nullable Object value) {
        if (value != null) {
            out.printf(Locale.ROOT, "  %-14s %s%n", name, value instanceof Instant at ? at.toString() : value);
        }
    }
}
