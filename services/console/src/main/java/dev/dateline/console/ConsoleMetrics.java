package dev.dateline.console;

import dev.dateline.runtime.metrics.Metric;
import java.util.List;

/** The metrics of the console. */
public final class ConsoleMetrics {
    public static final Metric UNREADABLE = new Metric(
            "news.console.unreadable",
            Metric.Kind.COUNTER,
            List.of("topic"),
            "Records that the console could not decode and skipped.");
    public static final Metric READERS = new Metric(
            "news.console.readers", Metric.Kind.GAUGE, List.of(), "Browsers and programs that follow the live feed.");
    public static final Metric CUT_OFF = new Metric(
            "news.console.readers.cut.off",
            Metric.Kind.COUNTER,
            List.of(),
            "Readers of the live feed that were cut off because they did not keep up.");
    public static final List<Metric> ALL = List.of(UNREADABLE, READERS, CUT_OFF);

    private ConsoleMetrics() {}
}
