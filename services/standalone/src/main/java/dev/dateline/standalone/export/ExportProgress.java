package dev.dateline.standalone.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Says once a second how far an export has come. */
final class ExportProgress {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double NANOS = 1e9;
    private static final double LEAST_SECONDS = 1e-3;
    /** Where Linux tells what standard error is. */
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private final PrintWriter err;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private final AtomicLong articles = new AtomicLong();
    private long said = begun;

    ExportProgress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Tells whether a person is likely to see it: standard output may well be a file, so that is no sign. */
    static boolean isTerminal() {
        try {
            var place = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return place.startsWith("/dev/pts/") || place.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false; // no Linux: whoever wants it says so
        }
    }

    /** Counts an article. */
    void count() {
        articles.incrementAndGet();
        var now = System.nanoTime();
        if (shown && now - said >= PAUSE_NANOS) {
            said = now;
            err.print("\r" + text());
            err.flush();
        }
    }

    long articles() {
        return articles.get();
    }

    /** Says how it ended. */
    void end(String how) {
        err.println((shown ? "\r" : "") + text() + how);
        err.flush();
    }

    private String text() {
        var seconds = (System.nanoTime() - begun) / NANOS;
        return String.format(
                Locale.ROOT,
                "%,d articles, %,.0f/s",
                articles.get(),
                articles.get() / Math.max(seconds, LEAST_SECONDS));
    }
}
