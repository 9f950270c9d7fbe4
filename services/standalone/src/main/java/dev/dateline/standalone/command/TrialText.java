package dev.dateline.standalone.command;

import dev.dateline.schema.SourceTrial;
import dev.dateline.schema.TrialItem;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Prints what a test of a source gave. */
final class TrialText {
    private TrialText() {}

    static void print(SourceTrial trial, PrintWriter out) {
        line(out, "address", trial.getUrl());
        trial.getRedirects().forEach(url -> line(out, "redirected", url));
        line(out, "status", trial.getHttpStatus());
        line(out, "type", trial.getContentType());
        line(out, "read as", trial.getCharset());
        line(out, "robots.txt", trial.getRobots());
        line(out, "took", trial.getDurationMillis() + " ms");
        trial.getItems()
                .forEach(item -> out.printf(
                        "%-9s %-20s %s%n          %s%n",
                        fate(item),
                        orNothing(item.getPublished()),
                        orNothing(item.getTitle()),
                        orNothing(item.getLink())));
        out.println(
                trial.getProblem() == null
                        ? trial.getListed() + " items; a poll would open " + trial.getFresh()
                        : trial.getProblem());
        out.flush();
    }

    private static void line(PrintWriter out, String name, @Nullable Object value) {
        if (value != null) {
            out.printf("%-11s %s%n", name, value);
        }
    }

    private static String fate(TrialItem item) {
        if (item.getLink() == null) {
            return "no link";
        }
        if (item.getSeen()) {
            return "seen";
        }
        return Boolean.FALSE.equals(item.getAllowed()) ? "forbidden" : "new";
    }

    private static Object orNothing(@Nullable Object value) {
        return value == null ? "-" : value;
    }
}
