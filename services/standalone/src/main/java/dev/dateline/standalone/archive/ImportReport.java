package dev.dateline.standalone.archive;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run over one archive has done so far, for a person. */
final class ImportReport {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final double PERCENT = 100;

    private final Archive archive;
    private final PrintWriter out;
    private final Map<WhyNot, Integer> others = new EnumMap<>(WhyNot.class);
    private final long begun = System.nanoTime();
    private long nextLine = begun + BETWEEN_LINES.toNanos();
    private long pages;

    ImportReport(Archive archive, PrintWriter out) {
        this.archive = archive;
        this.out = out;
    }

    void page() {
        pages++;
    }

    void other(WhyNot why) {
        others.merge(why, 1, Integer::sum);
    }

    /** Tells where the run is, now and then. */
    void progress(long position, long size) {
        if (isTime()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %.1f %%, %d pages, %.0f a second%n",
                    archive,
                    PERCENT * position / Math.max(1, size),
                    pages,
                    pages / seconds());
            out.flush();
        }
    }

    /** Tells that it waits, now and then. */
    void waiting(long before) {
        if (isTime()) {
            out.printf("%s: waits, as %d pages lie before the cleaner%n", archive, before);
            out.flush();
        }
    }

    void print(String verb) {
        var rest = others.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        out.printf("%s: %d pages %s%s%n", archive, pages, verb, rest.isEmpty() ? "" : "; passed over: " + rest);
        out.flush();
    }

    private double seconds() {
        return (System.nanoTime() - begun) / (double) Duration.ofSeconds(1).toNanos();
    }

    private boolean isTime() {
        var now = System.nanoTime();
        if (now - nextLine < 0) {
            return false;
        }
        nextLine = now + BETWEEN_LINES.toNanos();
        return true;
    }
}
